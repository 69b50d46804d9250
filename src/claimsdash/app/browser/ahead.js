// Asks the server what becomes of the page when something is changed in it, ahead of the run that draws it anew, and
// shows that at once. The run that follows brings the same.

import { holding, joined, open } from "./contents.js"

export const PATIENCE_MS = 3000
const ELEMENTS = ["chart", "bar", "filters", "card"]
const TABS = ["time", "source"]
const LEADING_AWAY = ["topic", "tab", "panels"]
const LATEST = 2
const takers = new Map()
const latest = new Map()
const state = { view: "", isAhead: false, until: 0, isServed: true }

/* Let an element be shown answers: `take` gets what a run would bring it, opened. `content` names what it shows now. */
export function join(name, take, content) {
  takers.set(name, take)
  if (content) note(name, content)
}

/* Note by its name what an element shows: what follows is told by what differs from that, and from what it showed before. */
export function note(name, content) {
  latest.set(name, [...new Set([content, ...(latest.get(name) ?? [])])].slice(0, LATEST))
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

/* Ask for what becomes of the page when `fields` change in an element and show it. Return the names of what is shown;
 * nothing where there was no answer. */
export async function ask(element, fields) {
  if (!state.isServed || !state.view || !mayAsk(element, fields)) return undefined
  const before = ELEMENTS.map((name) => holding(latest.get(name) ?? []))
  const held = before.map((contents) => contents.map(({ name }) => name).join(".")).join("*")
  const asked = new URLSearchParams({ view: state.view, of: element, set: JSON.stringify(fields), held })
  try {
    const response = await fetch(new URL(`../ahead?${asked}`, import.meta.url), { referrerPolicy: "no-referrer" })
    state.isServed = response.status !== 404
    return response.status === 200 ? await show(response.body.getReader(), before) : undefined
  } catch (error) {
    console.warn(`There was no answer ahead of the run: ${error?.message ?? error}`)
    return undefined
  }
}

// What only the run can answer is not asked for first.
function mayAsk(element, fields) {
  if (element === "card") return takers.has("card")
  const tab = new URLSearchParams(state.view).get("tab") ?? TABS[0]
  return takers.has("chart") && TABS.includes(tab) && !LEADING_AWAY.some((field) => field in fields)
}

/* Show each part of an answer as soon as it is there: a chart does not wait for counts that take longer. */
async function show(reader, before) {
  const shown = []
  let place = 0
  for await (const part of parts(reader)) {
    if (place === 0 && part.length > 0) goTo(new TextDecoder().decode(part))
    else if (part.length > 0) shown.push(showPart(ELEMENTS[place - 1], part, before[place - 1]))
    place += 1
  }
  return Promise.all(shown)
}

function goTo(view) {
  Object.assign(state, { view, isAhead: true, until: performance.now() + PATIENCE_MS })
}

async function showPart(element, part, before) {
  const opened = await open(part, before)
  await takers.get(element)?.(opened)
  return opened.name
}

/* Part what comes in: each part stands behind its length. */
async function* parts(reader) {
  let held = new Uint8Array()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    held = joined([held, next.value])
    for (let end = endOfPart(held); end <= held.length; end = endOfPart(held)) {
      yield held.slice(4, end)
      held = held.subarray(end)
    }
  }
}

function endOfPart(bytes) {
  return bytes.length < 4 ? Infinity : 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
}

/* Return the parts of an answer that is there as a whole, see ahead.join. */
export function split(bytes) {
  const parts = []
  for (let rest = bytes; rest.length; rest = rest.subarray(endOfPart(rest))) parts.push(rest.subarray(4, endOfPart(rest)))
  return parts
}
