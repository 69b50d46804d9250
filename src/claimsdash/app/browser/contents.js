// What this page was sent, by the name of its content, the browser's half of contents.py: what the page holds is not sent
// again, but named, or told by what differs from it. What it does not hold any more it asks for.

const MOST = 60
const WINDOW_BYTES = 32768
const NEW_LINE = 10
const held = new Map()

/* Return the contents of these names that are held, the names first. */
export function holding(names) {
  return names.filter((name) => held.has(name)).map((name) => ({ name, content: held.get(name) }))
}

/* Hold nothing any longer. */
export function forget() {
  held.clear()
}

/* Open what was sent: return what is said with it, and the name of its content, which is held from now on. `before` are
 * the contents against which it was deflated, perhaps, the last shown first. */
export async function open(sent, before = []) {
  const mask = sent[0]
  const isDifference = mask < 1 << before.length
  const used = isDifference ? before.filter((_, place) => mask & (1 << place)).reverse() : []
  const bytes = await (isDifference ? inflateAfter(used, sent.subarray(1)) : inflate(sent))
  const end = bytes.indexOf(NEW_LINE)
  const said = JSON.parse(text(bytes.subarray(0, end)))
  if (end + 1 < bytes.length) hold(said.name, bytes.slice(end + 1))
  else for (const { name, content } of before) if (name === said.name) hold(name, content)
  return said
}

/* Read what was sent, or opened, into its holder: settled, once for each content. Return it with what was said. */
export async function receive(holder, sent, settle = (asked) => asked) {
  if (holder.bytes && same(holder.bytes, sent)) return holder.arrived
  const said = sent.name ? sent : await open(sent)
  const asked = holder.content === said.name ? holder.sent : settle(await read(said.name))
  const arrived = { ...said, asked }
  Object.assign(holder, { arrived, content: said.name, sent: asked, bytes: sent.name ? null : sent })
  return arrived
}

async function read(name) {
  return JSON.parse(text(held.get(name) ?? (await askFor(name))))
}

/* Return a content that is not held any more. An error that names it says that the server has none either. */
async function askFor(name) {
  try {
    const response = await fetch(new URL(`../content?name=${name}`, import.meta.url))
    if (response.status === 200) await open(new Uint8Array(await response.arrayBuffer()))
  } catch (error) {
    console.warn(`What is shown could not be asked for: ${error?.message ?? error}`)
  }
  if (!held.has(name)) throw Object.assign(new Error("it was not sent again"), { lost: name })
  return held.get(name)
}

function hold(name, content) {
  held.delete(name)
  held.set(name, content)
  if (held.size > MOST) held.delete(held.keys().next().value)
}

export function text(bytes) {
  return new TextDecoder().decode(bytes)
}

/* Inflate what was deflated against earlier contents: these go ahead as a block that is stored (RFC 1951, 3.2.4). */
async function inflateAfter(used, deflated) {
  const window = joined(used.map(({ content }) => content)).slice(-WINDOW_BYTES)
  const size = window.length
  const head = Uint8Array.of(0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255)
  return (await inflate(joined([head, window, deflated]), "deflate-raw")).subarray(size)
}

export async function inflate(bytes, format = "deflate") {
  const packer = new DecompressionStream(format)
  const writer = packer.writable.getWriter()
  const ends = Promise.all([writer.write(bytes), writer.close()])
  const [found] = await Promise.all([new Response(packer.readable).arrayBuffer(), ends])
  return new Uint8Array(found)
}

export function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const piece of pieces) {
    whole.set(piece, place)
    place += piece.length
  }
  return whole
}

export function same(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
