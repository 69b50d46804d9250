// Whoever points at a source, in the legend or at one of its marks, sees the other sources fade in every chart.

import { drawMarks } from "./canvas.js"
import { groupAt } from "./staging.js"

const EVENT = "claims-source"
const REST_MS = 120

export function dimOthers(chart) {
  const signal = { signal: chart.wired.signal }
  let resting
  const tell = (source, wait = 0) => {
    clearTimeout(resting)
    resting = setTimeout(() => dispatchEvent(new CustomEvent(EVENT, { detail: source })), wait)
  }
  chart.plot.addEventListener("pointerover", (event) => {
    const entry = event.target.closest?.(".traces")
    if (entry) tell(entry.__data__?.[0]?.trace?.legendgroup || null)
  }, signal)
  chart.plot.addEventListener("pointerout", (event) => event.target.closest?.(".traces") && tell(null), signal)
  for (const kind of ["pointerover", "focusin"]) {
    chart.names.addEventListener(kind, (event) => tell(event.target.closest("[data-group]")?.dataset.group ?? null), signal)
  }
  for (const kind of ["pointerleave", "focusout"]) chart.names.addEventListener(kind, () => tell(null), signal)
  chart.plot.on("plotly_hover", ({ points: [at] }) => tell((at && groupAt(chart.plot, at.fullData, at.pointNumber)) || null, REST_MS))
  chart.plot.on("plotly_unhover", () => tell(null))
  addEventListener(EVENT, (event) => dim(chart, event.detail), signal)
  chart.plot.on("plotly_afterplot", () => dim(chart, chart.source ?? null))
}

function dim(chart, source) {
  const isNew = (chart.source ?? null) !== source
  chart.source = source
  for (const node of chart.plot.querySelectorAll(".scatterlayer > .trace")) {
    const { trace } = node.__data__?.[0] ?? {}
    node.classList.toggle("claims-dim", Boolean(source && trace?.legendgroup && trace.legendgroup !== source))
  }
  if (isNew) drawMarks(chart)
}
