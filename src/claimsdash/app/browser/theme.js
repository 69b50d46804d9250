// The colours of Streamlit's theme in use, put under what a figure says itself.

export function readTheme(element) {
  const style = getComputedStyle(element)
  const read = (name) => style.getPropertyValue(`--st-${name}`).trim()
  const theme = { text: read("text-color"), back: read("background-color"), font: read("font") }
  return { ...theme, side: read("secondary-background-color"), line: read("border-color") }
}

export const PAPER = {
  text: "#1f2430", back: "#ffffff", side: "#f4f5f7", line: "#d9dce3",
  font: "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
}

export function paint(sent, theme, { isNarrow = false, height = sent.height } = {}) {
  const layout = { autosize: true, ...sent.layout, template: { layout: ground(theme, isNarrow) }, height }
  layout.dragmode ??= matchMedia("(pointer: coarse)").matches ? false : "zoom"
  delete layout.width
  return { data: sent.data, layout }
}

function ground(theme, isNarrow) {
  const axis = {
    gridcolor: theme.line, linecolor: theme.line, zerolinecolor: theme.line, tickcolor: theme.line,
    automargin: true, zeroline: false, ticklabeloverflow: "allow", title: { font: { color: theme.text } },
  }
  return {
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", xaxis: axis, yaxis: axis,
    font: { color: theme.text, family: theme.font, size: isNarrow ? 11 : 13 },
    hoverlabel: { bgcolor: theme.side, bordercolor: theme.line, font: { color: theme.text, family: theme.font }, align: "left" },
    legend: { bgcolor: "rgba(0,0,0,0)", font: { color: theme.text } },
    margin: isNarrow ? { l: 44, r: 8, t: 16, b: 40 } : { l: 64, r: 16, t: 24, b: 48 },
  }
}
