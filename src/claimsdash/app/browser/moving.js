// A mark that is there before and after a change of data moves to its new place; what is new fades in.

import { marks } from "./marks.js"

const MOVE = { duration: 280, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" }
const MOST = 1500

export function remember(plot) {
  return new Map(marks(plot).map((mark) => [mark.id, mark]))
}

export function move(plot, before) {
  if (!before.size || matchMedia("(prefers-reduced-motion: reduce)").matches) return
  const after = marks(plot)
  const shifts = new Map(after.map((mark) => [placeKey(mark.x, mark.y), shift(before.get(mark.id), mark)]))
  if (after.length === before.size && [...shifts.values()].every((one) => one && !one.x && !one.y)) return
  const nodes = plot.querySelectorAll(".scatterlayer .point")
  if (nodes.length > MOST) return
  for (const node of nodes) moveNode(node, shifts)
  for (const line of plot.querySelectorAll(".scatterlayer .lines path, .scatterlayer .textpoint")) fadeIn(line)
}

function shift(old, mark) {
  if (!old) return null
  const [x, y] = [old.left - mark.left, old.top - mark.top]
  return Math.hypot(x, y) < 1 ? { x: 0, y: 0 } : { x, y }
}

function moveNode(node, shifts) {
  const place = node.transform.baseVal.consolidate()?.matrix
  const found = place && shifts.get(placeKey(place.e, place.f))
  if (!found) fadeIn(node)
  else if (found.x || found.y) node.animate([{ translate: `${found.x}px ${found.y}px` }, { translate: "0px 0px" }], MOVE)
}

function fadeIn(node) {
  node.animate([{ opacity: 0 }, {}], MOVE)
}

// Strokes carry no id of their own: they move with the mark at the same place.
function placeKey(x, y) {
  return `${Math.round(x)},${Math.round(y)}`
}
