// Clicks, boxes, periods, and the ring around the chosen mark.

import { ring as ringBell } from "./bells.js"
import { idOf, markAt } from "./marks.js"

const SVG = "http://www.w3.org/2000/svg"
const RING_PX = 11
// plotly may tell of a hit after the click itself: its mark on the click must not outlive it
const SAME_CLICK_MS = 250

export function point(chart, Plotly) {
  let hit = false
  chart.plot.on("plotly_click", (event) => {
    const id = event.points.map((one) => idOf(one.customdata)).find((found) => found !== null)
    if (id === undefined) return
    hit = true
    setTimeout(() => (hit = false), SAME_CLICK_MS)
    choose(chart, id)
  })
  chart.plot.addEventListener("click", (event) => {
    if (!hit && event.target.closest?.(".nsewdrag")) choose(chart, null)
    hit = false
  })
  chart.plot.on("plotly_selected", (event) => event && select(chart, Plotly, event))
  addEventListener("claims-chosen", (event) => follow(chart, event.detail), { signal: chart.wired.signal })
  for (const event of ["plotly_afterplot", "plotly_relayouting"]) chart.plot.on(event, () => ring(chart))
}

function follow(chart, { key, chosen }) {
  if (key !== chart.sent.bell) return
  chart.chosen = chosen
  ring(chart)
}

export function choose(chart, id) {
  if (!chart.sent.answers.includes("choose") || (id === null && chart.chosen === null)) return
  chart.chosen = id
  ring(chart)
  if (chart.sent.bell) ringBell(chart.sent.bell, id)
  else chart.send("choose", { id })
}

export function brush(chart, Plotly, isOn) {
  const idle = chart.sent.layout.dragmode ?? "zoom"
  return Plotly.relayout(chart.plot, { dragmode: isOn ? "select" : idle, selectdirection: isOn ? "h" : "any" })
}

function select(chart, Plotly, event) {
  const answers = chart.sent.answers
  const ids = new Set(event.points.map((one) => idOf(one.customdata)).filter((id) => id !== null))
  if (answers.includes("select") && ids.size) chart.send("select", [...ids])
  const days = event.range?.x?.map((end) => String(end).slice(0, 10)).sort()
  if (answers.includes("range") && days) chart.send("range", days)
  if (answers.includes("range")) Plotly.relayout(chart.plot, { selections: [] })
}

export function ring(chart) {
  chart.board.querySelector(".claims-ring")?.remove()
  const mark = chart.chosen === null ? null : markAt(chart.plot, chart.chosen)
  if (!mark) return
  const svg = document.createElementNS(SVG, "svg")
  const circle = svg.appendChild(document.createElementNS(SVG, "circle"))
  for (const [name, value] of [["class", "claims-ring"], ["aria-hidden", "true"]]) svg.setAttribute(name, value)
  for (const [name, value] of [["cx", mark.left], ["cy", mark.top], ["r", RING_PX]]) circle.setAttribute(name, value)
  chart.board.append(svg)
}
