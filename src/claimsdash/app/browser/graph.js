// The browser's half of graph.py: keeps one chart for each place on the page and draws what is sent into it.

import { follow } from "./keyboard.js"
import { loadPlotly, loadStyle, skeleton } from "./parts.js"
import { offerPictures } from "./picture.js"
import { point, ring } from "./pointing.js"
import { paint, readTheme } from "./theme.js"

const charts = new WeakMap()

export async function show(component, plotlyAddress) {
  const chart = charts.get(component.parentElement) ?? start(component.parentElement)
  chart.send = component.setTriggerValue
  const turn = ++chart.turn
  try {
    const [Plotly, sent] = await Promise.all([loadPlotly(plotlyAddress), unpack(chart, component.data)])
    if (turn === chart.turn) await draw(chart, Plotly, sent)
  } catch (error) {
    say(chart, `This chart could not be drawn: ${error?.message ?? error}`)
  }
  return () => leave(chart)
}

function start(place) {
  const chart = { turn: 0, place, ...skeleton() }
  place.querySelector(".claims-wait")?.remove()
  place.append(chart.root)
  charts.set(place, chart)
  loadStyle()
  return chart
}

async function unpack(chart, bytes) {
  if (chart.bytes && same(chart.bytes, bytes)) return chart.sent
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))
  chart.sent = await new Response(stream).json()
  chart.bytes = bytes
  return chart.sent
}

function same(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

async function draw(chart, Plotly, sent) {
  const theme = readTheme(chart.place)
  const key = JSON.stringify(theme)
  if (chart.drawn === sent && chart.theme === key) return
  chart.trouble.hidden = true
  chart.plot.style.height = `${sent.height}px`
  chart.plot.setAttribute("aria-label", sent.caption.alt)
  const isFirst = !chart.drawn
  const figure = paint(sent, theme, { isNarrow: chart.place.clientWidth < 480 })
  await Plotly.react(chart.plot, figure.data, figure.layout, config())
  chart.drawn = sent
  chart.theme = key
  chart.chosen = sent.chosen
  if (isFirst) wire(chart, Plotly)
  ring(chart)
  chart.root.dataset.drawn = String((Number(chart.root.dataset.drawn) || 0) + 1)
}

function config() {
  return { displayModeBar: false, scrollZoom: false, responsive: false, doubleClick: "reset", displaylogo: false }
}

function wire(chart, Plotly) {
  point(chart, Plotly)
  follow(chart, Plotly)
  offerPictures(chart, Plotly)
  chart.watcher = new ResizeObserver(() => Plotly.Plots.resize(chart.plot))
  chart.watcher.observe(chart.board)
  chart.purge = () => Plotly.purge(chart.plot)
}

function say(chart, words) {
  chart.trouble.textContent = words
  chart.trouble.hidden = false
}

function leave(chart) {
  chart.turn += 1
  chart.watcher?.disconnect()
  chart.stopListening?.()
  chart.purge?.()
  charts.delete(chart.place)
  chart.root.remove()
}
