// How an element of ours tells what was changed in it. A change is asked for at once, ahead of the run, and then told to
// the run. What is changed before an answer is there waits for it and goes in one piece, so that a slider drawn across a
// year asks for as many days as can be answered, the last one always.

import { ask, join, note, part, settle, stand } from "./ahead.js"
import { receive } from "./contents.js"

// On a slow machine a run takes seconds: what an earlier one brings meanwhile would take back what was changed since.
const PATIENCE_MS = 10_000
const UNSEEN_MS = 150
const tellers = new WeakMap()

/* Show what a run brings to an element: `start` makes it, with a root and perhaps an `end`. Return what takes it away. */
export async function mount(component, start, draw) {
  const place = component.parentElement
  const teller = tellers.get(place) ?? start(place)
  tellers.set(place, teller)
  teller.trigger = component.setTriggerValue
  const arrived = await arrive(teller, component.data)
  if (arrived && heed(teller, arrived.turn)) {
    draw(teller, arrived.asked)
    if (arrived.asked.view) stand(arrived.asked.view)
  }
  return () => {
    part(teller.name, teller.take)
    teller.end?.()
    tellers.delete(place)
    teller.root.remove()
  }
}

/* Read what a run brings. What it names and is not held any more, the server has lost, too: it is asked to send it. */
async function arrive(teller, sent) {
  try {
    const arrived = await receive(teller, sent)
    note(teller.name, arrived.name)
    return arrived
  } catch (error) {
    if (!error.lost) throw error
    teller.trigger("set", { turn: teller.turn, fields: {}, shown: [] })
  }
}

/* Make an element one that tells: `name` is its own, `draw` shows what it is sent. */
export function teach(teller, name, draw) {
  Object.assign(teller, { name, isAhead: true, shown: undefined, turn: 0, waits: 0, isAsking: false, pending: null, asked: null, trigger: null })
  teller.take = async (opened) => {
    const { asked } = await receive(teller, opened)
    note(name, opened.name)
    if (!teller.pending) draw(teller, asked) // what was changed since is asked for next, and must stay as it is
  }
  join(name, teller.take)
}

export function put(teller, field, value) {
  putAll(teller, { [field]: value })
}

export function putAll(teller, fields) {
  teller.pending = { ...teller.pending, ...fields }
  if (!teller.isAsking) go(teller)
}

/* Say whether what was sent is to be shown: not if it was on its way when the visitor changed something. */
function heed(teller, turn) {
  if (turn < teller.turn && isWaiting(teller)) return false
  const wasTold = teller.waits > 0
  teller.turn = Math.max(teller.turn, turn)
  teller.waits = 0
  if (!teller.isAsking) teller.pending ? go(teller) : tell(teller)
  const isSettled = !teller.isAsking && !isWaiting(teller)
  if (wasTold && isSettled) settle()
  return isSettled
}

/* Ask for what is pending, again and again while it changes; then tell the run all of it. */
async function go(teller) {
  teller.isAsking = true
  do {
    const fields = teller.pending
    teller.pending = null
    teller.asked = { ...teller.asked, ...fields }
    teller.shown = teller.isAhead ? await ask(teller.name, fields) : undefined
    if (teller.shown) await painted()
  } while (teller.pending && teller.shown)
  teller.isAsking = false
  if (teller.pending) teller.asked = { ...teller.asked, ...teller.pending }
  teller.pending = null
  tell(teller)
}

// A page that nobody sees is not painted.
function painted() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done))
    setTimeout(done, UNSEEN_MS)
  })
}

function tell(teller) {
  if (!teller.asked || isWaiting(teller)) return
  const { asked: fields, shown } = teller
  teller.asked = teller.shown = null
  teller.turn += 1
  teller.waits = performance.now() + PATIENCE_MS
  teller.trigger("set", { turn: teller.turn, fields, shown })
}

function isWaiting(teller) {
  return performance.now() < teller.waits
}
