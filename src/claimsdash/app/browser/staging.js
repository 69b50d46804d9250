// Parts a figure into what is drawn on a canvas (canvas.js) and what plotly draws. Plotly makes a node of the page for
// each point and takes a millisecond for each trace, however little is in it; where the marks lie beneath the pointer is
// all that it need know of them. They become one trace for each layer before plotly sees them, which it does not draw:
// `groups` tells whose each point is.

import { isKnown, symbolNumber } from "./symbols.js"

const NUMBERS = {
  f4: Float32Array, f8: Float64Array, i1: Int8Array, u1: Uint8Array, i2: Int16Array, u2: Uint16Array, i4: Int32Array, u4: Uint32Array,
}
// of more marks than these each look is drawn once, and copied
const FEW = 800
const UNSEEN = { size: 8, opacity: 0, maxdisplayed: 1 }

/* Return what plotly draws of the traces, and what stands on the canvas above it, from the lowest to the highest. */
export function stage(traces) {
  const kept = new Set()
  const staged = []
  for (const trace of [...traces].reverse()) {
    const item = isDrawnHere(trace) && !kept.has(axesOf(trace)) ? itemOf(trace) : null
    if (item) staged.unshift(item)
    else if (coversOthers(trace)) kept.add(axesOf(trace))
  }
  const isCrowded = staged.reduce((sum, { marker, x }) => sum + (marker ? x.length : 0), 0) > FEW
  for (const item of staged) item.isCrowded = isCrowded
  const here = new Set(staged.map(({ trace }) => trace))
  return { plotted: [...ends(staged), ...felt(staged), ...traces.filter((trace) => !here.has(trace))], staged }
}

/* Return whose a point of a drawn trace is. */
export function groupAt(plot, trace, number) {
  return plot.data[trace.index]?.groups?.[number] ?? trace.legendgroup
}

// Bars lie beneath all else and words above it, wherever they stand among the traces.
function coversOthers({ type = "scatter", mode = "" }) {
  return type === "scatter" && !mode.includes("text")
}

function isDrawnHere(trace) {
  const { type = "scatter", mode, fill = "none", hoverinfo, marker } = trace
  if (type !== "scatter" || !isNumeric(trace.x) || !isNumeric(trace.y)) return false
  if (mode === "lines") return hoverinfo === "skip" && ["none", "toself"].includes(fill)
  const says = hoverinfo === "skip" || Array.isArray(trace.hovertext)
  return mode === "markers" && says && typeof marker.color === "string" && distinct(marker.symbol ?? 0).every(isKnown)
}

function symbolOf({ symbol = 0 }) {
  const given = numbers(symbol)
  return Array.isArray(given) ? given.map(symbolNumber) : typeof given === "string" ? symbolNumber(given) : given
}

function isNumeric(values) {
  return Boolean(values?.bdata) || (Array.isArray(values) && values.every((value) => typeof value === "number"))
}

function distinct(value) {
  return [...new Set([numbers(value)].flat())].flatMap((one) => (ArrayBuffer.isView(one) ? [...new Set(one)] : [one]))
}

function axesOf({ xaxis = "x", yaxis = "y" }) {
  return `${xaxis} ${yaxis}`
}

function itemOf(trace) {
  const { mode, marker = {}, line = {}, fill, fillcolor } = trace
  const item = {
    trace, group: trace.legendgroup ?? trace.uid, axes: axesOf(trace), opacity: trace.opacity ?? 1,
    x: numbers(trace.x), y: numbers(trace.y), isClipped: trace.cliponaxis !== false,
  }
  if (mode === "lines") return { ...item, line, fill: fill === "toself" ? fillcolor : null }
  const { size = 6, opacity = 1, angle = 0, standoff = 0, color } = marker
  const looks = Object.entries({ size, opacity, angle, standoff }).map(([name, value]) => [name, numbers(value)])
  const edge = { edge: marker.line?.color ?? color, width: marker.line?.width ?? 0 }
  return { ...item, marker: { ...Object.fromEntries(looks), symbol: symbolOf(marker), color, ...edge } }
}

/* Return the unseen traces by which plotly knows how far what is drawn here reaches. */
function ends(staged) {
  const reached = new Map()
  for (const { trace, x, y, line } of staged) {
    const key = `${axesOf(trace)} ${line ? "lines" : "markers"}`
    const [across, up] = reached.get(key)?.ends ?? [[Infinity, -Infinity], [Infinity, -Infinity]]
    reached.set(key, { trace, ends: [widened(across, x), widened(up, y)] })
  }
  return [...reached].map(([key, { trace, ends: [x, y] }]) => ({ ...placed(trace), uid: asUid(key), x, y, ...unseen(trace), hoverinfo: "skip" }))
}

function widened([least, most], values) {
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return [least, most]
}

function unseen({ mode }) {
  return mode === "lines" ? { mode, line: { width: 0 } } : { mode, marker: UNSEEN }
}

function placed({ xaxis, yaxis, cliponaxis }) {
  return { ...(xaxis && { xaxis }), ...(yaxis && { yaxis }), cliponaxis, showlegend: false }
}

function asUid(words) {
  return `all-${words.replaceAll(" ", "-")}`
}

/* Return the unseen traces that tell which mark is pointed at, one for each layer. */
function felt(staged) {
  const layers = new Map()
  for (const item of staged) {
    if (item.trace.hoverinfo === "skip") continue
    const key = `${item.trace.meta} ${item.axes}`
    layers.set(key, [...(layers.get(key) ?? []), item])
  }
  return [...layers].map(([key, items]) => together(key, items))
}

function together(key, items) {
  const [{ trace: first }] = items
  const all = (of) => items.flatMap((item) => Array.from(of(item)))
  return {
    ...placed(first), uid: asUid(key), meta: first.meta, mode: "markers", marker: UNSEEN, hoverinfo: "text",
    x: all(({ x }) => x), y: all(({ y }) => y), customdata: all(({ trace, x }) => numbers(trace.customdata) ?? Array(x.length).fill(null)),
    hovertext: items.flatMap(({ trace }) => told(trace)),
    groups: items.flatMap(({ group, x }) => Array(x.length).fill(group)),
  }
}

/* Return what the marks of a trace say, and who says so. */
export function told({ name, hovertext }) {
  return name ? hovertext.map((text) => `<b>${name}</b><br>${text}`) : hovertext
}

/* Read what travels as a typed array; all else stays as it is. */
export function numbers(value) {
  if (!value?.bdata) return value
  const bytes = Uint8Array.fromBase64?.(value.bdata) ?? Uint8Array.from(atob(value.bdata), (letter) => letter.charCodeAt(0))
  return new NUMBERS[value.dtype](bytes.buffer)
}
