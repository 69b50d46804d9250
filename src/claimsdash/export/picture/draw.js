// Draws the chart of a page made by drawing.py as a picture, by the code of the dashboard, and leaves it in the page.

import { compose } from "../../app/browser/picture.js"
import { paint, PAPER } from "../../app/browser/theme.js"

const WIDTH_PX = 1000

async function picture(sent) {
  const plot = document.body.appendChild(document.createElement("div"))
  const { data, layout } = paint(sent, PAPER)
  await window.Plotly.newPlot(plot, data, { ...layout, autosize: false, width: WIDTH_PX }, { staticPlot: true })
  const chart = { sent, plot, hidden: new Set(), parted: { entries: [] } }
  const { words, height } = await compose(chart, window.Plotly)
  return sent.form === "svg" ? encoded(words) : rasterise(words, height)
}

// Nothing here may wait for another thread: the browser is told to be done when its page has nothing left to do.
async function rasterise(words, height) {
  const image = new Image()
  const loaded = new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject }))
  image.src = `data:image/svg+xml;base64,${encoded(words)}`
  await loaded
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height })
  canvas.getContext("2d").drawImage(image, 0, 0)
  return canvas.toDataURL("image/png").split(",")[1]
}

function encoded(words) {
  return btoa(Array.from(new TextEncoder().encode(words), (byte) => String.fromCharCode(byte)).join(""))
}

function leave(id, textContent) {
  const place = document.createElement("pre")
  document.body.replaceChildren(Object.assign(place, { id, textContent }))
}

picture(JSON.parse(document.getElementById("sent").textContent)).then(
  (content) => leave("picture", content),
  (error) => leave("trouble", encoded(String(error))),
)
