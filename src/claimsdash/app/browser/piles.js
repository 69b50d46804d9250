// Counts are bars, one upon the other: plotly would make a node of the page of each, and there are a thousand. They
// become one filled outline for each source, which stands on the canvas, and points without a look by which plotly
// tells what the pointer is at.

import { numbers, told } from "./staging.js"

// A pile is parted into so many at most, each with its point: the nearest point is that of the bar beneath the pointer.
const SLICES = 12

/* Return the traces with the counts among them piled up: what tells of them first, then the outlines. */
export function pile(traces) {
  const counts = traces.filter(isCount)
  if (!counts.length) return traces
  const bars = stacked(counts)
  return [...traces.filter((trace) => !isCount(trace)), felt(counts[0], bars), ...counts.map((trace, place) => outline(trace, bars[place]))]
}

function isCount({ type, meta }) {
  return type === "bar" && meta === "counts"
}

/* Return the bars of each trace, those of the first lowest: where each begins and ends, across and up. */
function stacked(traces) {
  const tops = new Map()
  return traces.map((trace) => {
    const [x, y, width] = [trace.x, trace.y, trace.width].map(numbers)
    const words = told(trace)
    return Array.from(x, (middle, at) => {
      const bottom = tops.get(middle) ?? 0
      tops.set(middle, bottom + y[at])
      return { left: middle - width[at] / 2, middle, right: middle + width[at] / 2, bottom, top: bottom + y[at], said: words[at], group: trace.legendgroup }
    })
  })
}

function outline({ uid, legendgroup, yaxis, marker }, bars) {
  const x = bars.flatMap(({ left, right }) => [left, right, right, left, left, NaN])
  const y = bars.flatMap(({ bottom, top }) => [bottom, bottom, top, top, bottom, NaN])
  const look = { mode: "lines", line: { color: marker.color, width: 0 }, fill: "toself", fillcolor: marker.color }
  return { uid: `${uid}-pile`, meta: "pile", legendgroup, showlegend: false, hoverinfo: "skip", yaxis, x, y, ...look }
}

function felt({ uid, yaxis }, bars) {
  const all = bars.flat()
  const slice = Math.max(...all.map(({ top }) => top)) / SLICES
  const points = all.flatMap((bar) => slices(bar, slice))
  const of = (name) => points.map((point) => point[name])
  return { uid: `${uid}-felt`, meta: "counts", mode: "none", showlegend: false, hoverinfo: "text", yaxis, x: of("middle"), y: of("at"), hovertext: of("said"), groups: of("group") }
}

function slices(bar, slice) {
  const height = bar.top - bar.bottom
  const n = Math.max(Math.round(height / slice), 1)
  return Array.from({ length: n }, (_, place) => ({ ...bar, at: bar.bottom + ((place + 0.5) * height) / n }))
}
