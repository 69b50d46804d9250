// Plotly takes about a millisecond for each trace, however little is in it. The points of all sources that lie in one
// layer become one trace before plotly sees them; `groups` tells whose each point is.

const LAYERS = ["strokes", "rail", "marks", "reach"]
const MARKER = ["symbol", "size", "color", "opacity", "angle", "standoff"]
const DEFAULTS = { size: 6, opacity: 1, angle: 0, standoff: 0, width: 0 }
const NUMBERS = {
  f4: Float32Array, f8: Float64Array, i1: Int8Array, u1: Uint8Array, i2: Int16Array, u2: Uint16Array, i4: Int32Array, u4: Uint32Array,
}

/* Return the traces with those of one layer merged, at the place of its first. */
export function merge(traces) {
  const layers = new Map()
  for (const trace of traces) {
    const key = LAYERS.includes(trace.meta) ? layerOf(trace) : trace
    layers.set(key, [...(layers.get(key) ?? []), trace])
  }
  return [...layers.values()].map((alike) => (alike.length > 1 ? together(alike) : alike[0]))
}

function layerOf({ meta, xaxis, yaxis, opacity, cliponaxis }) {
  return [meta, xaxis ?? "x", yaxis ?? "y", Math.round(100 * (opacity ?? 1)), cliponaxis].join("-")
}

function together(traces) {
  const [first] = traces
  const sizes = traces.map((trace) => numbers(trace.x).length)
  const all = (of) => traces.flatMap((trace, place) => each(of(trace), sizes[place]))
  const line = { color: all(({ marker }) => marker.line?.color ?? marker.color), width: all(({ marker }) => marker.line?.width ?? DEFAULTS.width) }
  const marker = Object.fromEntries(MARKER.map((name) => [name, all((trace) => trace.marker[name] ?? DEFAULTS[name])]))
  const merged = {
    ...first, uid: `all-${layerOf(first)}`, legendgroup: undefined, name: undefined, marker: { ...marker, line },
    x: all((trace) => trace.x), y: all((trace) => trace.y), groups: all((trace) => trace.legendgroup ?? trace.uid),
  }
  if (first.customdata === undefined) return merged
  return { ...merged, customdata: all((trace) => trace.customdata), hovertext: traces.flatMap(told), hoverinfo: "text" }
}

function told(trace) {
  return trace.name ? trace.hovertext.map((text) => `<b>${trace.name}</b><br>${text}`) : trace.hovertext
}

function each(value, n) {
  const listed = numbers(value)
  return typeof listed === "object" ? Array.from(listed) : Array(n).fill(listed)
}

/* Read what travels as a typed array; all else stays as it is. */
function numbers(value) {
  if (!value?.bdata) return value
  const bytes = Uint8Array.from(atob(value.bdata), (letter) => letter.charCodeAt(0))
  return new NUMBERS[value.dtype](bytes.buffer)
}

/* Return whose a point of a drawn trace is. */
export function groupAt(plot, trace, number) {
  return plot.data[trace.index]?.groups?.[number] ?? trace.legendgroup
}
