// Words and tables beside a chart, the browser's half of told.py. Like a chart they are kept while another tab is open.

import { keep, takeBack } from "./keeping.js"
import { keyOf, loadStyle, make, unpack } from "./parts.js"

const AT_FIRST = 50
const places = new WeakMap()

export async function show(component) {
  const place = component.parentElement
  const told = places.get(place) ?? start(place)
  const before = told.sent
  if ((await unpack(told, component.data)) !== before) told.root.replaceChildren(...told.sent.map(nodeOf))
  return () => leave(told, place)
}

function start(place) {
  loadStyle("told.css")
  const key = keyOf(place)
  const told = takeBack(key) ?? { key, root: make("div", { class: "claims-told" }) }
  place.append(told.root)
  places.set(place, told)
  return told
}

function leave(told, place) {
  places.delete(place)
  told.root.remove()
  keep(told, () => {})
}

function nodeOf(part) {
  if (part.heading) return make("h2", {}, part.heading)
  if (part.columns) return part.summary ? closed(part) : tableOf(part)
  const line = make("p")
  if (part.lead) line.append(make("b", {}, part.lead), " ")
  line.append(part.line)
  return line
}

function closed(part) {
  const details = make("details")
  details.append(make("summary", {}, part.summary), tableOf(part))
  return details
}

/* A table in a frame by which it scrolls, with the keyboard too. */
function tableOf({ columns, rows, summary }) {
  const frame = make("div", { class: "claims-told-rows", tabindex: "0", role: "region", "aria-label": summary || columns.join(", ") })
  const table = frame.appendChild(make("table"))
  const head = table.appendChild(make("thead")).appendChild(make("tr"))
  head.append(...columns.map((title) => make("th", { scope: "col" }, title)))
  const body = table.appendChild(make("tbody"))
  body.append(...rows.slice(0, AT_FIRST).map(rowOf))
  if (rows.length > AT_FIRST) frame.append(more(body, rows))
  return frame
}

function rowOf(texts) {
  const row = make("tr")
  row.append(...texts.map((text) => make("td", {}, text)))
  return row
}

function more(body, rows) {
  const button = make("button", { type: "button" }, `Show all ${rows.length} rows`)
  button.addEventListener("click", () => {
    body.append(...rows.slice(AT_FIRST).map(rowOf))
    button.remove()
  })
  return button
}
