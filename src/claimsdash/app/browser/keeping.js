// What leaves the page as another tab opens is kept as it was drawn, and put back when its tab opens again.

const MOST = 30
const kept = new Map()

/* Keep a chart, or words, by its key; `end` is called with one that is not kept any longer. */
export function keep(thing, end) {
  const earlier = takeBack(thing.key)
  if (earlier) end(earlier)
  kept.set(thing.key, thing)
  if (kept.size > MOST) end(takeBack(kept.keys().next().value))
}

/* Return what is kept under a key, which is then on the page again; undefined where there is none. */
export function takeBack(key) {
  const thing = kept.get(key)
  kept.delete(key)
  return thing
}
