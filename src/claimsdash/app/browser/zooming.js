// The time zoomed in to, and that it is left again, told to the server: it may have more to show of less time.

// plotly tells of the axis that a double click sets back as of one that was zoomed
const SAME_CLICK_MS = 500

export function tellOfZoom(chart) {
  let leaving = false
  chart.plot.on("plotly_doubleclick", () => {
    if (!chart.sent.answers.includes("unzoom")) return
    leaving = true
    setTimeout(() => (leaving = false), SAME_CLICK_MS)
    chart.send("unzoom", true)
  })
  chart.plot.on("plotly_relayout", (change) => {
    if (leaving || !chart.sent.answers.includes("zoom")) return
    const ends = [change["xaxis.range[0]"], change["xaxis.range[1]"]]
    if (ends.every((end) => end !== undefined)) chart.send("zoom", ends.map(day))
  })
}

function day(end) {
  const known = typeof end === "number" ? new Date(end).toISOString() : String(end)
  return known.slice(0, 10)
}
