// How an element of ours tells what was changed in it. A change is told at once; what is changed before the answer is
// there waits for it and is told in one piece, so that a slider drawn across a year asks for as many days as can be
// answered, the last one always.

const PATIENCE_MS = 3000

export function teller() {
  return { turn: 0, waits: 0, pending: null, trigger: null }
}

export function put(teller, field, value) {
  teller.pending = { ...teller.pending, [field]: value }
  if (performance.now() >= teller.waits) tell(teller)
}

/* Say whether what was sent is to be shown: not if it was on its way when the visitor changed something. */
export function heed(teller, turn) {
  if (turn < teller.turn && performance.now() < teller.waits) return false
  teller.turn = Math.max(teller.turn, turn)
  teller.waits = 0
  if (teller.pending) tell(teller)
  return teller.waits === 0
}

function tell(teller) {
  const fields = teller.pending
  teller.pending = null
  teller.turn += 1
  teller.waits = performance.now() + PATIENCE_MS
  teller.trigger("set", { turn: teller.turn, fields })
}
