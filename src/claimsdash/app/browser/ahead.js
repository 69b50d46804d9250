// Asks the server what becomes of the page when something is changed in it, ahead of the run that draws it anew, and
// shows that at once. The run that follows brings the same.

export const PATIENCE_MS = 3000
const ELEMENTS = ["chart", "bar", "filters", "card"]
const TABS = ["time", "source"]
const LEADING_AWAY = ["topic", "tab", "panels"]
const takers = new Map()
const state = { view: "", isAhead: false, until: 0, isServed: true }

/* Let an element be shown answers: `take` gets the bytes that a run would bring it. */
export function join(name, take) {
  takers.set(name, take)
}

export function part(name, take) {
  if (takers.get(name) === take) takers.delete(name)
}

/* Note the address of the view that a run has brought the page to. */
export function stand(view) {
  if (!isStale(view)) Object.assign(state, { view, isAhead: false })
}

/* Say whether a chart that a run brings is of a view that was left since: what is shown was asked for later. */
export function isStale(view) {
  return state.isAhead && performance.now() < state.until && bare(view) !== bare(state.view)
}

/* Note the address of the view that the page was brought to ahead of the run, the chart being the same. */
export function move(view) {
  state.view = view
}

/* Note that the run has answered what was asked last. */
export function settle() {
  state.isAhead = false
}

// Which claim is open makes no other chart.
function bare(view) {
  const parameters = new URLSearchParams(view)
  parameters.delete("claim")
  return parameters.toString()
}

/* Ask for what becomes of the page when `fields` change in an element, show it, and say whether there was an answer. */
export async function ask(element, fields) {
  if (!state.isServed || !state.view || !mayAsk(element, fields)) return false
  const asked = new URLSearchParams({ view: state.view, of: element, set: JSON.stringify(fields) })
  try {
    const response = await fetch(new URL(`../ahead?${asked}`, import.meta.url), { cache: "no-store" })
    state.isServed = response.status !== 404
    if (response.status !== 200) return false
    return await show(new Uint8Array(await response.arrayBuffer()))
  } catch (error) {
    console.warn(`There was no answer ahead of the run: ${error?.message ?? error}`)
    return false
  }
}

// What only the run can answer is not asked for first.
function mayAsk(element, fields) {
  if (element === "card") return takers.has("card")
  const tab = new URLSearchParams(state.view).get("tab") ?? TABS[0]
  return takers.has("chart") && TABS.includes(tab) && !LEADING_AWAY.some((field) => field in fields)
}

async function show(bytes) {
  const [view, ...parts] = split(bytes)
  if (view.length) Object.assign(state, { view: new TextDecoder().decode(view), isAhead: true, until: performance.now() + PATIENCE_MS })
  await Promise.all(ELEMENTS.map((name, place) => parts[place]?.length > 0 && takers.get(name)?.(parts[place])))
  return true
}

/* Return the parts of an answer, see ahead.join. */
export function split(bytes) {
  const parts = []
  const sizes = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length; at += 4 + sizes.getUint32(at)) parts.push(bytes.subarray(at + 4, at + 4 + sizes.getUint32(at)))
  return parts
}
