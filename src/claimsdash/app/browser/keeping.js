// A chart that leaves the page, as another tab opens, is kept as it was drawn, and put back when its tab opens again.

const MOST = 12
const kept = new Map()

/* Keep a chart by its key; `end` is called with one that is not kept any longer. */
export function keep(chart, end) {
  const earlier = takeBack(chart.key)
  if (earlier) end(earlier)
  kept.set(chart.key, chart)
  if (kept.size > MOST) end(takeBack(kept.keys().next().value))
}

/* Return the chart kept under a key, which is then on the page again; undefined where there is none. */
export function takeBack(key) {
  const chart = kept.get(key)
  kept.delete(key)
  return chart
}
