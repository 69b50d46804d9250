// What the time is that a chart is zoomed in to, and the way back: the browser's half of zooming.py.

import { loadStyle, make, unpack } from "./parts.js"
import { heed, known, putAll, silence, teach } from "./telling.js"

const rows = new WeakMap()

export async function show(component) {
  const home = component.parentElement
  const row = rows.get(home) ?? start(home)
  row.trigger = component.setTriggerValue
  const sent = await unpack(row, component.data)
  if (heed(row, sent.turn)) draw(row, known(row, sent))
  return () => leave(row, home)
}

function start(home) {
  loadStyle("zoomed.css")
  const row = { root: make("p", { class: "claims-zoomed" }), said: make("span"), before: {} }
  teach(row, "zoomed", draw)
  const button = make("button", { type: "button" }, "Zoom out")
  button.addEventListener("click", () => putAll(row, row.before))
  row.root.append(row.said, " ", button)
  home.append(row.root)
  rows.set(home, row)
  return row
}

function draw(row, { said, before }) {
  row.said.textContent = said
  row.before = before
}

function leave(row, home) {
  silence(row)
  rows.delete(home)
  row.root.remove()
}
