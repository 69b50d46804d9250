// What leaves the page as another tab opens is kept as it was drawn, and put back when its tab opens again. What stands
// before the page does (first.js) is lent: it moves to its place when the page asks for it.

const MOST = 30
const kept = new Map()
const lent = new Map()

/* Keep a chart, or words, by its key; `end` is called with one that is not kept any longer. */
export function keep(thing, end) {
  const earlier = takeBack(thing.key)
  if (earlier) end(earlier)
  kept.set(thing.key, thing)
  if (kept.size > MOST) end(takeBack(kept.keys().next().value))
}

/* Let a thing stand elsewhere until it is asked for by its key; `giveBack` then takes it away from there and keeps it. */
export function lend(key, giveBack) {
  lent.set(key, giveBack)
}

/* Return what is kept under a key, which is then on the page again; undefined where there is none. */
export function takeBack(key) {
  const giveBack = lent.get(key)
  lent.delete(key)
  giveBack?.()
  const thing = kept.get(key)
  kept.delete(key)
  return thing
}
