// Where the marks of a drawn chart are: id, place in pixels and words, in reading order (left to right, then down).

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
  if (place) found.set(id, { id, ...place, curve: trace.index, number: index, words: () => wordsOf(trace, index) })
}

function placeOf(plot, trace, point) {
  const layout = plot._fullLayout
  const across = layout[axisName("xaxis", trace.xaxis)]
  const up = layout[axisName("yaxis", trace.yaxis)]
  const x = across?.c2p(point.x, true)
  const y = up?.c2p(point.y, true)
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null
  const isInside = x >= -1 && x <= across._length + 1 && y >= -1 && y <= up._length + 1
  return { x, y, left: x + across._offset, top: y + up._offset, isInside }
}

function axisName(long, short) {
  return long + (short ?? "").slice(1)
}

function wordsOf(trace, index) {
  const text = trace.hovertext ?? trace.text
  const said = String((typeof text === "string" ? text : text?.[index]) ?? "")
  const hasName = String(trace.hoverinfo ?? "").includes("name") || !said
  return plain(hasName && trace.name ? `${said}. ${trace.name}` : said)
}

// Plotly's text knows a few tags and entities; those who listen hear neither.
function plain(text) {
  const page = new DOMParser().parseFromString(text.replaceAll(/<br\s*\/?>/g, ". "), "text/html")
  return page.body.textContent.replaceAll(/\s+/g, " ").trim()
}

export function idOf(customdata) {
  const id = Array.isArray(customdata) ? customdata[0] : customdata
  return Number.isInteger(id) ? id : null
}

export function markAt(plot, id) {
  return marks(plot).find((mark) => mark.id === id && mark.isInside) ?? null
}
