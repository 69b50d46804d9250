// The browser's half of graph.py: keeps one chart for each place on the page and draws what is sent into it.

import { isStale, join, part, PATIENCE_MS, stand } from "./ahead.js"
import { keepDrawn } from "./canvas.js"
import { receive } from "./contents.js"
import { dimOthers } from "./dimming.js"
import { keep, takeBack } from "./keeping.js"
import { drawKeys, groupOf, split } from "./key.js"
import { follow } from "./keyboard.js"
import { move, remember } from "./moving.js"
import { keyOf, listEvents, loadPlotly, loadStyle, skeleton } from "./parts.js"
import { offerPictures } from "./picture.js"
import { pile } from "./piles.js"
import { point, ring } from "./pointing.js"
import { stage } from "./staging.js"
import { paint, readTheme } from "./theme.js"
import { tellOfZoom } from "./zooming.js"

const NARROW_PX = 480
const LEAST_PX = 240
const COMPARED = "st-key-side_"
const charts = new WeakMap()

export async function show(component, plotlyAddress) {
  const chart = charts.get(component.parentElement) ?? start(component.parentElement)
  chart.send = component.setTriggerValue
  chart.loads = loadPlotly(plotlyAddress)
  if (await take(chart, component.data)) stand(chart.sent.view)
  return () => leave(chart)
}

/* Draw what was sent, unless something else was sent meanwhile; say whether it is now the view that is shown. A run that
 * names what is not held any more is asked for it. */
async function take(chart, bytes) {
  const turn = ++chart.turn
  const { arrived, bytes: before, content, sent: shown } = chart
  const parcel = { arrived, bytes: before, content, sent: shown }
  try {
    const [Plotly] = await Promise.all([chart.loads, receive(parcel, bytes, asOne)])
    if (turn !== chart.turn) return
    if (parcel.sent.view && isStale(parcel.sent.view)) return wait(chart, bytes)
    Object.assign(chart, parcel, { late: null })
    await draw(chart, Plotly, parcel.sent)
    return parcel.sent.view !== ""
  } catch (error) {
    if (error.lost) return void chart.send("lost", error.lost)
    say(chart, `This chart could not be drawn: ${error?.message ?? error}.`)
  }
}

/* What a run brings of a view that was left is drawn only if nothing follows it. */
function wait(chart, bytes) {
  chart.late = bytes
  setTimeout(() => chart.late === bytes && take(chart, bytes), PATIENCE_MS)
}

function start(place) {
  const key = keyOf(place)
  const chart = takeBack(key) ?? fresh(key)
  chart.place = place
  place.querySelector(".claims-wait")?.remove()
  place.append(chart.root)
  place.closest(".stElementContainer")?.setAttribute("data-claims", "graph")
  charts.set(place, chart)
  loadStyle("graph.css")
  return chart
}

function fresh(key) {
  const chart = { key, turn: 0, times: 0, late: null, chosen: null, hidden: new Set(), ...skeleton() }
  chart.take = (bytes) => take(chart, bytes)
  return chart
}

function asOne({ figure: { data, layout }, ...said }) {
  return { ...said, data: data.map((trace) => ({ ...trace, uid: asClass(trace.uid) })), layout }
}

/* Plotly looks for traces that are gone by a class made of their uid, which may hold what names are made of. */
function asClass(uid) {
  return uid?.replaceAll(/[^\w\u0080-\uffff-]/g, (letter) => `_${letter.charCodeAt(0)}_`)
}

async function draw(chart, Plotly, sent) {
  const theme = readTheme(chart.place)
  const look = JSON.stringify(theme)
  const stands = chart.look === look && chart.trouble.hidden && chart.drawn?.drawing === sent.drawing
  if (chart.drawn === sent && stands && chart.root.dataset.drawn) return
  if (chart.drawn !== sent) tell(chart, sent)
  if (!stands) await redraw(chart, Plotly, theme)
  Object.assign(chart, { drawn: sent, look, chosen: sent.chosen })
  if (sent.view) join("chart", chart.take, chart.content)
  chart.trouble.hidden = true
  ring(chart)
  chart.root.dataset.drawn = String(++chart.times)
}

function tell(chart, sent) {
  chart.parted = split(sent)
  chart.plot.setAttribute("aria-label", sent.caption.alt)
  listEvents(chart.events, sent.caption.events ?? [])
}

async function redraw(chart, Plotly, theme) {
  const { drawn, sent } = chart
  const before = remember(chart)
  if (drawn && drawn.layout.uirevision !== sent.layout.uirevision) chart.hidden.clear()
  await render(chart, Plotly, theme)
  if (!drawn) wire(chart, Plotly)
  if (drawn !== sent) move(chart, before)
}

async function render(chart, Plotly, theme = readTheme(chart.place)) {
  drawKeys(chart, (group, isAlone) => toggle(chart, Plotly, group, isAlone))
  const figure = paint(chart.sent, theme, { isNarrow: chart.place.clientWidth < NARROW_PX, height: fit(chart) })
  const layout = { ...figure.layout, showlegend: chart.parted.legend, margin: margins(chart, figure.layout) }
  return Plotly.react(chart.plot, shown(chart, figure.data), layout, settings())
}

/* Keep the room that labels have taken: the plot stays where it is, and plotly need not draw it twice to find out. */
function margins(chart, layout) {
  const { margin, uirevision } = layout
  const size = chart.plot._fullLayout?._size
  const told = `${uirevision} ${chart.place.clientWidth}`
  const isSame = chart.sized === told
  chart.sized = told
  if (!size || !isSame) return margin
  return { ...margin, ...Object.fromEntries(["l", "r", "t", "b"].map((side) => [side, Math.ceil(size[side])])) }
}

/* What plotly draws: all but the keys, what stands on the canvas, and the sources that are switched off. */
function shown(chart, data) {
  const traces = chart.parted.places.map((place) => data[place])
  const isAll = !chart.parted.entries.length
  const seen = traces.filter((trace) => !chart.hidden.has(groupOf(trace)))
  const { plotted, staged } = isAll ? { plotted: traces, staged: [] } : stage(pile(seen))
  chart.staged = staged
  return plotted
}

/* Give the plot the height that the keys leave it; plots to be compared by eye are equally high, whatever their keys. */
function fit(chart) {
  const keys = chart.key.startsWith(COMPARED) ? 0 : chart.glyphs.offsetHeight + chart.names.offsetHeight
  const height = Math.max(chart.sent.height - keys, Math.min(LEAST_PX, chart.sent.height))
  chart.plot.style.height = `${height}px`
  return height
}

function toggle(chart, Plotly, group, isAlone) {
  const { hidden, parted } = chart
  const groups = parted.entries.filter((entry) => !entry.isGlyph).map((entry) => entry.group)
  if (isAlone) {
    const isShownAlone = groups.every((one) => one === group || hidden.has(one))
    hidden.clear()
    if (!isShownAlone) groups.filter((one) => one !== group).forEach((one) => hidden.add(one))
  } else if (!hidden.delete(group)) hidden.add(group)
  return render(chart, Plotly)
}

function settings() {
  return { displayModeBar: false, scrollZoom: false, responsive: false, doubleClick: "reset", displaylogo: false }
}

function wire(chart, Plotly) {
  chart.wired = new AbortController()
  point(chart, Plotly)
  follow(chart, Plotly)
  keepDrawn(chart)
  dimOthers(chart)
  tellOfZoom(chart)
  offerPictures(chart, Plotly, () => {
    chart.hidden.clear()
    return render(chart, Plotly)
  })
  const watcher = new ResizeObserver(() => resize(chart, Plotly))
  watcher.observe(chart.board)
  chart.wired.signal.addEventListener("abort", () => {
    watcher.disconnect()
    Plotly.purge(chart.plot)
  })
}

function resize(chart, Plotly) {
  const { clientWidth } = chart.plot
  if (!clientWidth) return undefined
  const height = fit(chart)
  const { _fullLayout: drawn } = chart.plot
  if (height === drawn.height && clientWidth === Math.round(drawn.width)) return undefined
  if (height !== drawn.height) return Plotly.relayout(chart.plot, { height, autosize: true })
  return Plotly.Plots.resize(chart.plot)
}

function say(chart, words) {
  chart.trouble.textContent = words
  chart.trouble.hidden = false
}

function leave(chart) {
  chart.turn += 1
  chart.late = null
  part("chart", chart.take)
  charts.delete(chart.place)
  chart.root.remove()
  delete chart.root.dataset.drawn
  if (chart.wired) keep(chart, (one) => one.wired.abort())
}
