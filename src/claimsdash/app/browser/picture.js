// The toolbar, and the picture of a chart that stands on its own: title, filters, chart with its keys, sources.

import { groupOf } from "./key.js"
import { make } from "./parts.js"
import { brush } from "./pointing.js"
import { numbers } from "./staging.js"
import { paint, PAPER } from "./theme.js"

const WIDTH_PX = 1600
const SIDE_PX = 48
const CHART_PX = 1000
const LINE = 1.4
// The words under a picture of very many claims come with the run that follows an answer ahead of it.
const WAIT_MS = 50
const SVG = "http://www.w3.org/2000/svg"

export function offerPictures(chart, Plotly, showAll) {
  const button = (words, name, act) => {
    const made = chart.tools.appendChild(make("button", { type: "button", "aria-label": name, title: name }, words))
    made.addEventListener("click", () => act(made))
  }
  if (chart.sent.answers.includes("range")) button("Period", "Choose a period by dragging", (made) => press(made, chart, Plotly))
  button("PNG", "Download as PNG", () => download(chart, Plotly, "png"))
  button("SVG", "Download as SVG", () => download(chart, Plotly, "svg"))
  button("Reset", "Reset the view", () => reset(chart, Plotly, showAll))
}

function press(made, chart, Plotly) {
  const isOn = made.getAttribute("aria-pressed") !== "true"
  made.setAttribute("aria-pressed", String(isOn))
  return brush(chart, Plotly, isOn)
}

async function reset(chart, Plotly, showAll) {
  const changes = { selections: [] }
  for (const name of Object.keys(chart.plot._fullLayout).filter((key) => /^[xy]axis\d*$/.test(key))) {
    const range = chart.sent.layout[name]?.range
    changes[range ? `${name}.range` : `${name}.autorange`] = range ? [...range] : true
  }
  if (chart.hidden.size) await showAll(chart, Plotly)
  return Plotly.relayout(chart.plot, changes)
}

async function download(chart, Plotly, format) {
  const { words, height } = await compose(chart, Plotly)
  const svg = new Blob([words], { type: "image/svg+xml" })
  const link = make("a", { download: `${chart.sent.caption.file_name}.${format}` })
  link.href = URL.createObjectURL(format === "svg" ? svg : await rasterise(svg, height))
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

// The chart as drawn on paper by plotly, scaled between a head and a foot of our own.
export async function compose(chart, Plotly) {
  while (chart.sent.caption.is_whole === false) await new Promise((done) => setTimeout(done, WAIT_MS))
  const { caption, height: chartHeight } = chart.sent
  const wide = WIDTH_PX - 2 * SIDE_PX
  const scale = wide / CHART_PX
  const head = [...lines(caption.title, 32, 700, wide), ...lines(caption.subtitle, 20, 400, wide)]
  const foot = caption.footer.flatMap((line) => lines(line, 16, 400, wide))
  const top = 36 + heightOf(head) + 20
  const under = top + chartHeight * scale + 24
  const height = Math.ceil(under + heightOf(foot) + 32)
  const sheet = node("svg", { width: WIDTH_PX, height, viewBox: `0 0 ${WIDTH_PX} ${height}`, "font-family": PAPER.font })
  sheet.append(node("title", {}, caption.title), node("desc", {}, caption.alt))
  sheet.append(node("rect", { width: WIDTH_PX, height, fill: PAPER.back }))
  sheet.append(...written(head, 36), await drawing(chart, Plotly, { y: top, wide, scale }), ...written(foot, under))
  return { words: new XMLSerializer().serializeToString(sheet), height }
}

async function drawing(chart, Plotly, { y, wide, scale }) {
  const height = chart.sent.height
  const figure = paint(chart.sent, PAPER)
  const data = figure.data.map((trace, place) => ({ ...withNames(trace), visible: isSeen(chart, trace, place) }))
  const spec = { data, layout: asSeen(chart, figure.layout), config: { staticPlot: true } }
  const text = await Plotly.toImage(spec, { format: "svg", width: CHART_PX, height, imageDataOnly: true })
  const drawn = new DOMParser().parseFromString(text, "image/svg+xml").documentElement
  const frame = { x: SIDE_PX, y, width: wide, height: height * scale, viewBox: `0 0 ${CHART_PX} ${height}` }
  for (const [name, value] of Object.entries(frame)) drawn.setAttribute(name, value)
  return drawn
}

// Of a list of symbols that holds the number 0 plotly makes text anew for each such point; "0" is as good to it.
function withNames(trace) {
  const symbols = numbers(trace.marker?.symbol)
  return ArrayBuffer.isView(symbols) ? { ...trace, marker: { ...trace.marker, symbol: Array.from(symbols, String) } } : trace
}

function isSeen(chart, trace, place) {
  if (chart.hidden.has(groupOf(trace))) return "legendonly"
  return chart.parted.entries.length ? true : chart.plot._fullData[place].visible
}

// A picture shows what the screen shows: the part zoomed to, and only the sources that are switched on.
function asSeen(chart, layout) {
  const seen = { ...layout, autosize: false, width: CHART_PX }
  const full = chart.plot._fullLayout
  for (const name of Object.keys(full).filter((key) => /^[xy]axis\d*$/.test(key))) {
    seen[name] = { ...layout[name], range: [...full[name].range], autorange: false }
  }
  return seen
}

function written(block, from) {
  let base = from
  return block.map((line) => {
    base += line.size * LINE
    const looks = { x: SIDE_PX, y: base - line.size * 0.35, "font-size": line.size, "font-weight": line.weight }
    return node("text", { ...looks, fill: PAPER.text }, line.text)
  })
}

function node(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  if (text) made.textContent = text
  return made
}

function heightOf(block) {
  return block.reduce((sum, line) => sum + line.size * LINE, 0)
}

function lines(text, size, weight, wide) {
  const pen = document.createElement("canvas").getContext("2d")
  pen.font = `${weight} ${size}px ${PAPER.font}`
  const found = []
  for (const word of text.match(/\S{1,60}/gu) ?? []) {
    const longer = found.length ? `${found.at(-1)} ${word}` : word
    if (found.length && pen.measureText(longer).width <= wide) found[found.length - 1] = longer
    else found.push(word)
  }
  return found.map((line) => ({ text: line, size, weight }))
}

async function rasterise(svg, height) {
  const image = new Image()
  image.src = URL.createObjectURL(svg)
  await image.decode()
  const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH_PX, height })
  canvas.getContext("2d").drawImage(image, 0, 0)
  URL.revokeObjectURL(image.src)
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"))
}
