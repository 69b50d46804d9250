// The time zoomed in to, and that it is left again, told to the server: it may have more to show of less time.

import { ask } from "./ahead.js"

// plotly tells of the axis that a double click sets back as of one that was zoomed
const SAME_CLICK_MS = 500

export function tellOfZoom(chart) {
  const { plot } = chart
  const drag = { days: null, answer: null, isLeaving: false }
  follow(chart, drag)
  plot.on("plotly_doubleclick", () => {
    if (!chart.sent.answers.includes("unzoom")) return
    drag.isLeaving = true
    setTimeout(() => (drag.isLeaving = false), SAME_CLICK_MS)
    tell(chart, "unzoom", true, ahead(chart, chart.sent.before))
  })
  plot.on("plotly_relayout", (change) => {
    const days = daysOf(change)
    if (drag.isLeaving || !days || !chart.sent.answers.includes("zoom")) return
    const isAsked = drag.answer && String(drag.days) === String(days)
    tell(chart, "zoom", days, isAsked ? drag.answer : ahead(chart, asFields(days)))
  })
}

/* Ask for what is zoomed in to as soon as the pointer lets go: plotly draws what it has anew before it tells of it. */
function follow(chart, drag) {
  const listening = { capture: true, signal: chart.wired.signal }
  addEventListener("pointerdown", () => Object.assign(drag, { days: null, answer: null }), listening)
  chart.plot.on("plotly_relayouting", (change) => (drag.days = daysOf(change)))
  addEventListener("pointerup", () => {
    if (drag.days && chart.sent.answers.includes("zoom")) drag.answer = ahead(chart, asFields(drag.days))
  }, listening)
}

/* Ask for what the days make of the page, and show it ahead of the run. */
function ahead(chart, fields) {
  return chart.sent.view && fields ? ask("chart", fields) : null
}

async function tell(chart, event, value, answer) {
  await answer
  chart.send(event, value)
}

function daysOf(change) {
  const ends = [change["xaxis.range[0]"], change["xaxis.range[1]"]]
  return ends.includes(undefined) ? null : ends.map(day)
}

function asFields([from, to]) {
  return { as_of_from: from, as_of_to: to }
}

function day(end) {
  const known = typeof end === "number" ? new Date(end).toISOString() : String(end)
  return known.slice(0, 10)
}
