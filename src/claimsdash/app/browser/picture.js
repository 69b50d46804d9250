// The toolbar: a chart as PNG or SVG with its title, filters and sources in the picture, and the view reset.

import { make } from "./parts.js"
import { paint, PAPER } from "./theme.js"

const WIDTH_PX = 1600
const SIDE_PX = 48

export function offerPictures(chart, Plotly) {
  const button = (words, name, act) => {
    const made = make("button", { type: "button", "aria-label": `${name}: ${chart.sent.caption.title}`, title: name }, words)
    made.addEventListener("click", act)
    chart.tools.append(made)
  }
  button("PNG", "Download the chart as PNG", () => download(chart, Plotly, "png"))
  button("SVG", "Download the chart as SVG", () => download(chart, Plotly, "svg"))
  button("Reset", "Reset the view", () => reset(chart, Plotly))
}

function reset(chart, Plotly) {
  const axes = Object.keys(chart.plot._fullLayout).filter((name) => /^[xy]axis\d*$/.test(name))
  const asSent = axes.map((name) => [name, chart.sent.layout[name]?.range])
  const changes = asSent.map(([name, range]) => (range ? [`${name}.range`, [...range]] : [`${name}.autorange`, true]))
  Plotly.relayout(chart.plot, { ...Object.fromEntries(changes), selections: [] })
}

async function download(chart, Plotly, format) {
  const { figure, height } = picture(chart)
  const options = { format, width: WIDTH_PX, height, filename: chart.sent.caption.file_name, scale: 1 }
  await Plotly.downloadImage({ ...figure, config: { staticPlot: true } }, options)
}

function picture(chart) {
  const { caption } = chart.sent
  const figure = paint(chart.sent, PAPER)
  const wide = WIDTH_PX - 2 * SIDE_PX
  const head = [...block(caption.title, 30, 700, wide), ...block(caption.subtitle, 19, 400, wide)]
  const foot = caption.footer.flatMap((line) => block(line, 15, 400, wide))
  const top = heightOf(head) + 40
  const bottom = heightOf(foot) + 30
  const height = Math.max(chart.sent.height * 1.6, 620) + top + bottom
  return { figure: { data: figure.data, layout: framed(figure.layout, { head, foot, top, bottom, height }) }, height }
}

function framed(layout, { head, foot, top, bottom, height }) {
  const margin = { l: 100, r: SIDE_PX, t: top + 30, b: bottom + 90 }
  const lines = [...placed(head, 24, height, margin), ...placed(foot, height - heightOf(foot) - 18, height, margin)]
  return {
    ...layout, width: WIDTH_PX, height, margin, autosize: false, paper_bgcolor: PAPER.back, plot_bgcolor: PAPER.back,
    font: { ...layout.font, size: 17 }, annotations: [...(layout.annotations ?? []), ...lines],
  }
}

function placed(lines, from, height, margin) {
  let down = from
  return lines.map((line) => {
    const shift = margin.t - down
    down += line.size * 1.4
    return {
      text: escape(line.text), showarrow: false, xref: "paper", yref: "paper", x: 0, y: 1, xanchor: "left", yanchor: "top",
      xshift: SIDE_PX - margin.l, yshift: shift, align: "left", font: { size: line.size, weight: line.weight, color: PAPER.text },
    }
  })
}

function block(text, size, weight, wide) {
  return wrap(text, size, weight, wide).map((line) => ({ text: line, size, weight }))
}

function heightOf(lines) {
  return lines.reduce((sum, line) => sum + line.size * 1.4, 0)
}

function wrap(text, size, weight, wide) {
  const pen = document.createElement("canvas").getContext("2d")
  pen.font = `${weight} ${size}px ${PAPER.font}`
  const lines = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && pen.measureText(longer).width <= wide) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
}
