// The time zoomed in to, and that it is left again, told to the server: it may have more to show of less time.

import { ask } from "./ahead.js"

// plotly tells of the axis that a double click sets back as of one that was zoomed
const SAME_CLICK_MS = 500

export function tellOfZoom(chart) {
  let leaving = false
  chart.plot.on("plotly_doubleclick", () => {
    if (!chart.sent.answers.includes("unzoom")) return
    leaving = true
    setTimeout(() => (leaving = false), SAME_CLICK_MS)
    answer(chart, "unzoom", true, chart.sent.before)
  })
  chart.plot.on("plotly_relayout", (change) => {
    if (leaving || !chart.sent.answers.includes("zoom")) return
    const ends = [change["xaxis.range[0]"], change["xaxis.range[1]"]]
    if (ends.some((end) => end === undefined)) return
    const [from, to] = ends.map(day)
    answer(chart, "zoom", [from, to], { as_of_from: from, as_of_to: to })
  })
}

/* Show what the days make of the page ahead of the run, and then tell it. */
async function answer(chart, event, value, days) {
  if (chart.sent.view && days) await ask("chart", days)
  chart.send(event, value)
}

function day(end) {
  const known = typeof end === "number" ? new Date(end).toISOString() : String(end)
  return known.slice(0, 10)
}
