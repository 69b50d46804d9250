// How an element of ours tells what was changed in it. A change is asked for at once, ahead of the run, and then told to
// the run. What is changed before an answer is there waits for it and goes in one piece, so that a slider drawn across a
// year asks for as many days as can be answered, the last one always.

import { ask, join, part, settle, stand } from "./ahead.js"
import { unpack } from "./parts.js"

// On a slow machine a run takes seconds: what an earlier one brings meanwhile would take back what was changed since.
const PATIENCE_MS = 10_000
const UNSEEN_MS = 150
const kept = new Map()
const tellers = new WeakMap()

/* Show what a run brings to an element: `start` makes it, with a root and perhaps an `end`. Return what takes it away. */
export async function mount(component, start, draw) {
  const place = component.parentElement
  const teller = tellers.get(place) ?? start(place)
  tellers.set(place, teller)
  teller.trigger = component.setTriggerValue
  const sent = await unpack(teller, component.data)
  if (heed(teller, sent.turn)) {
    const asked = known(teller, sent)
    draw(teller, asked)
    if (asked.view) stand(asked.view)
  }
  return () => {
    part(teller.name, teller.take)
    teller.end?.()
    tellers.delete(place)
    teller.root.remove()
  }
}

/* Make an element one that tells: `name` is its own, `draw` shows what it is sent. */
export function teach(teller, name, draw) {
  Object.assign(teller, { name, isAhead: true, shown: null, turn: 0, waits: 0, isAsking: false, pending: null, asked: null, trigger: null })
  teller.take = async (bytes) => {
    const sent = await unpack({}, bytes)
    const asked = known(teller, sent)
    if (!teller.pending) draw(teller, asked) // what was changed since is asked for next, and must stay as it is
    teller.shown = sent.checksum
  }
  join(name, teller.take)
}

/* Return what an element is to show: a run sends nothing but the checksum of what was shown ahead of it. */
function known(teller, { checksum, asked }) {
  if (asked !== undefined) kept.set(teller.name, { checksum, asked })
  return kept.get(teller.name).asked
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
  let isShown = true
  while (teller.pending && isShown) {
    const fields = teller.pending
    teller.pending = null
    teller.asked = { ...teller.asked, ...fields }
    isShown = teller.isAhead && (await ask(teller.name, fields))
    if (isShown) await painted()
  }
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
