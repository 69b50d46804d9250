// A mark that is there before and after a change of data moves to its new place; what is new fades in.

import { drawMarks, placesOf } from "./canvas.js"
import { marks } from "./marks.js"

const MOVE = { duration: 280, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" }
const MOST = 1500

/* Return where the marks of a drawn chart are, by id; nothing where there are too many to be followed by eye. */
export function remember({ plot, gliding }) {
  if (gliding) cancelAnimationFrame(gliding.frame)
  return count(plot) > MOST ? new Map() : new Map(marks(plot).map((mark) => [mark.id, mark]))
}

export function move(chart, before) {
  const { plot, staged } = chart
  chart.gliding = null
  if (!before.size || count(plot) > MOST || matchMedia("(prefers-reduced-motion: reduce)").matches) return
  const after = marks(plot)
  const shifts = after.map((mark) => shift(before.get(mark.id), mark))
  if (after.length === before.size && shifts.every((one) => one && !one.x && !one.y)) return
  for (const line of plot.querySelectorAll(".scatterlayer .lines path, .scatterlayer .textpoint")) fadeIn(line)
  if (staged.length) glide(chart, new Map(after.map(({ left, top }, at) => [placeKey(left, top), shifts[at]])))
  else moveNodes(plot, new Map(after.map(({ x, y }, at) => [placeKey(x, y), shifts[at]])))
}

function count({ calcdata = [] }) {
  return calcdata.reduce((sum, points) => sum + (points[0]?.trace?.customdata ? points.length : 0), 0)
}

function shift(old, mark) {
  if (!old) return null
  const [x, y] = [old.left - mark.left, old.top - mark.top]
  return Math.hypot(x, y) < 1 ? { x: 0, y: 0 } : { x, y }
}

function moveNodes(plot, shifts) {
  for (const node of plot.querySelectorAll(".scatterlayer .point")) {
    const place = node.transform.baseVal.consolidate()?.matrix
    const found = place && shifts.get(placeKey(place.e, place.f))
    if (!found) fadeIn(node)
    else if (found.x || found.y) node.animate([{ translate: `${found.x}px ${found.y}px` }, { translate: "0px 0px" }], MOVE)
  }
}

function fadeIn(node) {
  node.animate([{ opacity: 0 }, {}], MOVE)
}

/* Draw what stands on the canvas again and again on its way; lines and what is new come with the `share` gone. */
function glide(chart, shifts) {
  const found = (item) => placesOf(chart.plot, item).map(([left, top]) => shifts.get(placeKey(left, top)) ?? null)
  const of = new Map(chart.staged.filter((item) => item.marker).map((item) => [item, found(item)]))
  const begun = performance.now()
  const step = () => {
    const gone = Math.min((performance.now() - begun) / MOVE.duration, 1)
    chart.gliding = gone < 1 ? { of, share: 1 - (1 - gone) ** 3, frame: requestAnimationFrame(step) } : null
    drawMarks(chart)
  }
  step()
}

// Strokes carry no id of their own: they move with the mark at the same place.
function placeKey(x, y) {
  return `${Math.round(x)},${Math.round(y)}`
}
