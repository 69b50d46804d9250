// The keyboard path: arrows move from mark to mark in reading order, Enter chooses, Escape leaves.

import { marks } from "./marks.js"
import { choose } from "./pointing.js"

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export function follow(chart, Plotly) {
  let at = null
  const onKey = (event) => {
    const all = marks(chart.plot).filter((mark) => mark.isInside)
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key in STEPS) at = visit(chart, Plotly, all, next(all, at, STEPS[event.key]))
    else if (event.key === "Home") at = visit(chart, Plotly, all, 0)
    else if (event.key === "End") at = visit(chart, Plotly, all, all.length - 1)
    else if (event.key === "Enter" && at !== null) choose(chart, at)
    else if (event.key === "Escape") at = rest(chart, Plotly)
    else return
    event.preventDefault()
  }
  chart.plot.addEventListener("keydown", onKey)
  chart.plot.addEventListener("blur", () => Plotly.Fx.unhover(chart.plot))
}

function next(all, at, step) {
  const place = all.findIndex((mark) => mark.id === at)
  if (place === -1) return step > 0 ? 0 : all.length - 1
  return Math.min(Math.max(place + step, 0), all.length - 1)
}

function visit(chart, Plotly, all, place) {
  const mark = all[place]
  if (!mark) {
    chart.heard.textContent = "No marks to show."
    return null
  }
  Plotly.Fx.hover(chart.plot, [{ curveNumber: mark.curve, pointNumber: mark.number }])
  chart.heard.textContent = `${place + 1} of ${all.length}. ${plain(mark.text)}`
  return mark.id
}

function plain(text) {
  const words = text.replaceAll(/<br\s*\/?>/g, ". ").replaceAll(/<[^>]*>/g, "")
  const box = document.createElement("textarea")
  box.innerHTML = words
  return box.value
}

function rest(chart, Plotly) {
  Plotly.Fx.unhover(chart.plot)
  chart.heard.textContent = ""
  choose(chart, null)
  return null
}
