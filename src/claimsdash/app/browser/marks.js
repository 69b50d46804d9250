// Where the marks of a drawn chart are: id, place in pixels and hover text, in reading order (left to right, then down).

export function marks(plot) {
  const found = new Map()
  for (const points of plot.calcdata ?? []) {
    const trace = points[0]?.trace
    if (trace?.visible !== true || !trace.customdata) continue
    points.forEach((point, place) => add(found, plot, trace, point, point.i ?? place))
  }
  return [...found.values()].sort((one, other) => one.left - other.left || one.top - other.top)
}

function add(found, plot, trace, point, index) {
  const id = idOf(trace.customdata[index])
  if (id === null || found.has(id)) return
  const place = placeOf(plot, trace, point)
  if (place) found.set(id, { id, ...place, curve: trace.index, number: index, text: textOf(trace, index) })
}

function placeOf(plot, trace, point) {
  const layout = plot._fullLayout
  const across = layout[axisName("xaxis", trace.xaxis)]
  const up = layout[axisName("yaxis", trace.yaxis)]
  const left = across?.c2p(point.x, true)
  const top = up?.c2p(point.y, true)
  if (!Number.isFinite(left) || !Number.isFinite(top)) return null
  const isInside = left >= -1 && left <= across._length + 1 && top >= -1 && top <= up._length + 1
  return { left: left + across._offset, top: top + up._offset, isInside }
}

function axisName(long, short) {
  return long + (short ?? "").slice(1)
}

function textOf(trace, index) {
  const text = trace.hovertext ?? trace.text
  return String((typeof text === "string" ? text : text?.[index]) ?? trace.name ?? "")
}

export function idOf(customdata) {
  const id = Array.isArray(customdata) ? customdata[0] : customdata
  return Number.isInteger(id) ? id : null
}

export function markAt(all, id) {
  return all.find((mark) => mark.id === id && mark.isInside) ?? null
}
