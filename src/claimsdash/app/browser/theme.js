// The colours of Streamlit's theme in use, put under what a figure says itself.

export function readTheme(element) {
  const style = getComputedStyle(element)
  const read = (name) => style.getPropertyValue(`--st-${name}`).trim()
  const theme = { text: read("text-color"), back: read("background-color"), font: read("font") }
  return { ...theme, side: read("secondary-background-color"), line: read("border-color"), isDark: isDark(theme.back) }
}

export const PAPER = {
  text: "#1f2430", back: "#ffffff", side: "#f4f5f7", line: "#d9dce3", isDark: false,
  font: "Helvetica Neue, Arial, Liberation Sans, sans-serif",
}

function isDark(colour) {
  const canvas = document.createElement("canvas").getContext("2d")
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}

export function paint(sent, theme, { isNarrow = false } = {}) {
  const swap = theme.isDark ? sent.layout.meta?.dark ?? {} : {}
  const figure = recolour({ data: sent.data, layout: sent.layout }, swap)
  const layout = { ...figure.layout, template: { layout: ground(theme, isNarrow) }, height: sent.height }
  layout.dragmode ??= matchMedia("(pointer: coarse)").matches ? false : "zoom"
  delete layout.width
  return { data: figure.data, layout: { autosize: true, ...layout } }
}

function recolour(value, swap) {
  if (typeof value === "string") return swap[value] ?? value
  if (Array.isArray(value)) return value.map((item) => recolour(item, swap))
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recolour(item, swap)]))
}

function ground(theme, isNarrow) {
  const axis = {
    gridcolor: theme.line, linecolor: theme.line, zerolinecolor: theme.line, tickcolor: theme.line,
    automargin: true, zeroline: false, title: { font: { color: theme.text } },
  }
  return {
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", xaxis: axis, yaxis: axis,
    font: { color: theme.text, family: theme.font, size: isNarrow ? 11 : 13 },
    hoverlabel: { bgcolor: theme.side, bordercolor: theme.line, font: { color: theme.text, family: theme.font }, align: "left" },
    legend: { bgcolor: "rgba(0,0,0,0)", font: { color: theme.text } },
    margin: isNarrow ? { l: 44, r: 8, t: 16, b: 40 } : { l: 64, r: 16, t: 24, b: 48 },
  }
}
