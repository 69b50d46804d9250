// Whoever points at a source, in the legend or at one of its marks, sees the other sources fade in every chart.

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
  chart.plot.on("plotly_hover", (event) => tell(event.points[0]?.fullData?.legendgroup || null, REST_MS))
  chart.plot.on("plotly_unhover", () => tell(null))
  addEventListener(EVENT, (event) => dim(chart, event.detail), signal)
  chart.plot.on("plotly_afterplot", () => dim(chart, chart.source ?? null))
}

function dim(chart, source) {
  chart.source = source
  for (const trace of chart.plot.querySelectorAll(".scatterlayer > .trace")) {
    const group = trace.__data__?.[0]?.trace?.legendgroup
    trace.classList.toggle("claims-dim", Boolean(source && group && group !== source))
  }
}
