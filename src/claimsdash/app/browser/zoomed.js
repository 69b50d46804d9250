// What the time is that a chart is zoomed in to, and the way back: the browser's half of zooming.py.

import { loadStyle, make } from "./parts.js"
import { mount, putAll, teach } from "./telling.js"

export const show = (component) => mount(component, start, draw)

function start(home) {
  loadStyle("zoomed.css")
  const row = { root: make("p", { class: "claims-zoomed" }), said: make("span"), before: {} }
  teach(row, "zoomed", draw)
  const button = make("button", { type: "button" }, "Zoom out")
  button.addEventListener("click", () => putAll(row, row.before))
  row.root.append(row.said, " ", button)
  home.append(row.root)
  return row
}

function draw(row, { said, before }) {
  row.said.textContent = said
  row.before = before
}
