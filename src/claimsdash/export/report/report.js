// Draws the charts of a report and opens the card of a clicked mark. Nothing here loads anything.
"use strict"

const sections = JSON.parse(document.getElementById("figures").textContent)
const root = document.documentElement
const NARROW_PX = 480

async function unpackPlotly() {
  const packed = atob(document.getElementById("plotly").textContent)
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))
  const script = document.createElement("script")
  script.textContent = await new Response(stream).text()
  document.head.append(script)
  return window.Plotly
}

function colours() {
  const style = getComputedStyle(root)
  const read = (name) => style.getPropertyValue(name).trim()
  return { text: read("--text"), back: read("--back"), side: read("--side"), line: read("--line") }
}

function template(isNarrow) {
  const colour = colours()
  const axis = { gridcolor: colour.line, linecolor: colour.line, zerolinecolor: colour.line, automargin: true }
  const font = { color: colour.text, family: getComputedStyle(document.body).fontFamily, size: isNarrow ? 11 : 13 }
  const hoverlabel = { bgcolor: colour.side, bordercolor: colour.line, font, align: "left" }
  return { layout: { font, xaxis: axis, yaxis: axis, hoverlabel, legend: { font } } }
}

function draw(Plotly, chart, width) {
  const section = sections[chart.dataset.section]
  const figure = section.figures[chart.dataset.figure]
  const sized = width ? { width, autosize: false } : { autosize: true }
  const layout = { ...figure.layout, template: template((width || chart.clientWidth) < NARROW_PX), dragmode: "zoom", height: Number(chart.dataset.height), ...sized }
  const isFirst = !chart.dataset.drawn
  if (isFirst) chart.replaceChildren()
  const config = { displayModeBar: false, responsive: !width, displaylogo: false }
  Plotly.react(chart, structuredClone(figure.data), layout, config)
  chart.dataset.drawn = "1"
  if (isFirst) chart.on("plotly_click", (event) => open(chart, section, event))
}

function open(chart, section, event) {
  const marks = event.points.flatMap((point) => [point.customdata].flat())
  const [key, report] = marks.map((mark) => section.cards[mark]).find((found) => found) ?? []
  const card = key && document.getElementById(key)
  if (!card) return
  const shown = card.cloneNode(true)
  shown.removeAttribute("id")
  for (const item of shown.querySelectorAll("li")) item.classList.toggle("chosen", item.dataset.report === report)
  chart.closest(".board").querySelector(".panel").replaceChildren(shown)
}

function all() {
  return [...document.querySelectorAll(".chart")]
}

function redraw(Plotly, width) {
  for (const chart of all()) if (chart.dataset.drawn || width) draw(Plotly, chart, width)
}

function turnTheme() {
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches
  root.dataset.theme = isDark ? "light" : "dark"
}

async function start() {
  const Plotly = await unpackPlotly()
  const watcher = new IntersectionObserver((seen) => {
    for (const entry of seen) {
      if (!entry.isIntersecting) continue
      watcher.unobserve(entry.target)
      draw(Plotly, entry.target)
    }
  }, { rootMargin: "600px" })
  for (const chart of all()) watcher.observe(chart)
  document.getElementById("theme").addEventListener("click", () => { turnTheme(); redraw(Plotly) })
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraw(Plotly))
  addEventListener("beforeprint", () => { root.dataset.print = ""; redraw(Plotly, 680) })
  addEventListener("afterprint", () => { delete root.dataset.print; redraw(Plotly) })
}

start().catch((error) => {
  for (const chart of all()) chart.append(`This chart could not be drawn: ${error.message}`)
})
