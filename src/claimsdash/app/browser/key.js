// The keys of a chart: whose colour is which, and what each glyph says. On the screen they are part of the page: they
// wrap, take the keyboard and cost plotly no time. A picture has them as the figure says, drawn by plotly.

import { make } from "./parts.js"

const SVG = "http://www.w3.org/2000/svg"
const BOX = 14
const LINE = "M1 7h12"
const GLYPHS = {
  number: ["fill", "M7 3a4 4 0 1 0 .01 0z"],
  about: ["line", "M7 3a4 4 0 1 0 .01 0z"],
  "at least": ["line", "M3 12.5h8M7 12.5v-9M4.5 6L7 2.5L9.5 6"],
  "at most": ["line", "M3 1.5h8M7 1.5v9M4.5 8L7 11.5L9.5 8"],
  range: ["bar", "M7 2v10"],
  "vague word": ["soft bar", "M7 2v10"],
  denied: ["line", "M3.5 3.5l7 7M10.5 3.5l-7 7"],
  "no number": ["line", "M7 3v8M3 7h8M4.2 4.2l5.6 5.6M9.8 4.2l-5.6 5.6"],
  "capacity, plan": ["fill", "M7 2l5 5l-5 5l-5-5z"],
  derived: ["fill", "M3 3h8v8h-8z"],
  disputed: ["line", "M7 .8a6.2 6.2 0 1 0 .01 0z"],
  withdrawn: ["line", "M2.5 11.5l9-9"],
  "lowest to highest": ["fill soft", "M1 2.5h12v9h-12z"],
  middle: ["thick", LINE],
  "lowest, highest": ["line", LINE],
  "some name no end": ["line", "M1 7h2M6 7h2M11 7h2"],
  "number of claims": ["bar", "M7 2v10"],
}

/* Part the figure into what plotly draws and the entries of the keys; a figure without a key keeps plotly's legend. */
export function split(sent) {
  if (!sent.data.some(isKey)) return { places: sent.data.map((_, place) => place), entries: [], legend: sent.layout.showlegend }
  const places = sent.data.flatMap((trace, place) => (isKey(trace) ? [] : [place]))
  const entries = sent.data.filter((trace) => trace.showlegend === true).map(asEntry)
  return { places, entries, legend: false }
}

export function isKey(trace) {
  return trace.meta === "key"
}

function asEntry(trace) {
  const colour = trace.marker?.color ?? trace.fillcolor ?? trace.line?.color
  const isLine = trace.mode === "lines"
  return { name: trace.name, group: trace.legendgroup ?? trace.uid, colour, isLine, isGlyph: trace.legend === "legend2" }
}

export function groupOf(trace) {
  return trace.legendgroup ?? trace.uid
}

/* Draw the entries above and below the plot; `toggle(group, isAlone)` follows a click, or two. */
export function drawKeys(chart, toggle) {
  const { entries } = chart.parted
  const told = JSON.stringify(entries)
  if (chart.told !== told) {
    chart.glyphs.replaceChildren(...entries.filter((entry) => entry.isGlyph).map(glyphEntry))
    chart.names.replaceChildren(...entries.filter((entry) => !entry.isGlyph).map((entry) => nameEntry(entry, toggle)))
  }
  chart.told = told
  for (const button of chart.names.children) button.ariaPressed = String(!chart.hidden.has(button.dataset.group))
}

function glyphEntry({ name }) {
  const [kind, path] = GLYPHS[plainText(name)] ?? GLYPHS.number
  const entry = make("span", { class: "claims-entry" })
  entry.append(drawing(`claims-glyph ${kind}`, path), plainText(name))
  return entry
}

function nameEntry({ name, group, colour, isLine }, toggle) {
  const title = "Click to hide or show it, double-click to see it alone"
  const button = make("button", { type: "button", class: "claims-entry", "data-group": group, title })
  const swatch = isLine ? drawing("claims-glyph line", LINE) : drawing("claims-glyph fill", GLYPHS.number[1])
  swatch.style.color = colour
  button.append(swatch, plainText(name))
  button.addEventListener("click", (event) => toggle(group, event.detail === 2))
  return button
}

function drawing(kind, path) {
  const svg = document.createElementNS(SVG, "svg")
  const looks = { class: kind, viewBox: `0 0 ${BOX} ${BOX}`, width: BOX, height: BOX, "aria-hidden": "true" }
  for (const [name, value] of Object.entries(looks)) svg.setAttribute(name, value)
  svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", path)
  return svg
}

// Names are written for plotly, which knows a few tags and entities.
function plainText(name) {
  return new DOMParser().parseFromString(String(name ?? ""), "text/html").body.textContent
}
