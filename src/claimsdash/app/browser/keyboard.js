// The keyboard path: arrows move from mark to mark in reading order, Enter chooses, Escape leaves.

import { idOf, marks } from "./marks.js"
import { choose } from "./pointing.js"

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }

export function follow(chart, Plotly) {
  let at = chart.chosen
  const keys = (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key in STEPS) at = visit(chart, Plotly, at, STEPS[event.key])
    else if (event.key === "Enter" && at !== null) choose(chart, at)
    else if (event.key === "Escape") at = rest(chart, Plotly)
    else return
    event.preventDefault()
  }
  const signal = { signal: chart.wired.signal }
  chart.plot.addEventListener("keydown", keys, signal)
  chart.plot.addEventListener("blur", () => Plotly.Fx.unhover(chart.plot), signal)
  chart.plot.on("plotly_click", (event) => (at = idOf(event.points[0]?.customdata) ?? at))
}

function visit(chart, Plotly, at, step) {
  const all = marks(chart.plot).filter((mark) => mark.isInside)
  const place = all.findIndex((mark) => mark.id === at)
  const start = place === -1 && step > 0 ? -1 : place === -1 ? all.length : place
  const mark = all[Math.min(Math.max(start + step, 0), all.length - 1)]
  chart.heard.textContent = mark ? `${all.indexOf(mark) + 1} of ${all.length}. ${mark.words()}` : "No marks to show."
  if (!mark) return null
  const { xaxis, yaxis } = chart.plot._fullData[mark.curve]
  Plotly.Fx.hover(chart.plot, [{ curveNumber: mark.curve, pointNumber: mark.number }], `${xaxis}${yaxis}`)
  return mark.id
}

function rest(chart, Plotly) {
  Plotly.Fx.unhover(chart.plot)
  chart.heard.textContent = ""
  choose(chart, null)
  return null
}
