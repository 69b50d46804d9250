// Clicks, boxes and the ring around the chosen mark.

import { idOf, marks, markAt } from "./marks.js"

const SVG = "http://www.w3.org/2000/svg"

export function point(chart, Plotly) {
  const plot = chart.plot
  let hit = false
  plot.on("plotly_click", (event) => {
    const id = event.points.map((point) => idOf(point.customdata)).find((found) => found !== null)
    if (id === undefined) return
    hit = true
    choose(chart, id)
  })
  plot.addEventListener("click", (event) => {
    if (!hit && event.target.closest?.(".nsewdrag")) choose(chart, null)
    hit = false
  })
  plot.on("plotly_selected", (event) => event && select(chart, Plotly, event))
  for (const event of ["plotly_afterplot", "plotly_relayouting"]) plot.on(event, () => ring(chart))
}

export function choose(chart, id) {
  if (!chart.sent.answers.includes("choose") || id === chart.chosen) return
  chart.chosen = id
  ring(chart)
  chart.send("choose", { id })
}

function select(chart, Plotly, event) {
  const answers = chart.sent.answers
  const range = event.range?.x?.map((end) => String(end).slice(0, 10))
  if (range && answers.includes("range")) chart.send("range", range.sort())
  const ids = new Set(event.points.map((point) => idOf(point.customdata)).filter((id) => id !== null))
  if (ids.size && answers.includes("select")) chart.send("select", [...ids])
  if (range && answers.includes("range")) Plotly.relayout(chart.plot, { selections: [] })
}

export function ring(chart) {
  const board = chart.board
  board.querySelector(".claims-ring")?.remove()
  const mark = chart.chosen === null ? null : markAt(marks(chart.plot), chart.chosen)
  if (!mark) return
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("class", "claims-ring")
  svg.setAttribute("aria-hidden", "true")
  const circle = svg.appendChild(document.createElementNS(SVG, "circle"))
  for (const [name, value] of [["cx", mark.left], ["cy", mark.top], ["r", 11]]) circle.setAttribute(name, value)
  board.append(svg)
}
