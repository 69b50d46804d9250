// The pieces of page that a chart is made of, and the code that it is drawn with.

import { inflate, same, text } from "./contents.js"

const HINT = "Arrow keys move from mark to mark, Enter opens the evidence, Escape takes the choice back."
let count = 0

export function make(name, attributes = {}, text = "") {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  node.textContent = text
  return node
}

/* Return a menu beside its title, for a field: the title is not around it, or it would be called by all its choices. */
export function menuFor(field, title) {
  const id = `claims-menu-${++count}`
  const root = make("div", { class: "claims-field", "data-field": field })
  root.append(make("label", { for: id }, title), make("select", { id }))
  return root
}

export function skeleton() {
  const hint = `claims-hint-${++count}`
  const root = make("figure", { class: "claims-graph" })
  const tools = root.appendChild(make("div", { class: "claims-tools" }))
  const glyphs = root.appendChild(make("div", { class: "claims-key", role: "note", "aria-label": "What the marks mean" }))
  const board = root.appendChild(make("div", { class: "claims-board" }))
  const focus = { tabindex: "0", role: "application", "aria-roledescription": "chart", "aria-describedby": hint }
  const plot = board.appendChild(make("div", { class: "claims-plot", ...focus }))
  const names = root.appendChild(make("div", { class: "claims-key", role: "group", "aria-label": "Sources" }))
  root.append(make("p", { class: "claims-heard", id: hint }, HINT))
  const heard = root.appendChild(make("p", { class: "claims-heard", "aria-live": "polite" }))
  const events = root.appendChild(make("details", { class: "claims-events", hidden: "" }))
  const trouble = root.appendChild(make("p", { class: "claims-trouble", role: "alert", hidden: "" }))
  return { root, tools, glyphs, board, plot, names, events, heard, trouble }
}

/* Return the key of an element on its page, as Streamlit writes it, or as it will. */
export function keyOf(place) {
  return place.dataset.willBe ?? place.closest(".stElementContainer")?.className.match(/st-key-\S+/)?.[0] ?? ""
}

/* Make these the children of a node; what is in its place already is not touched, and keeps the keyboard. */
export function place(parent, nodes) {
  nodes.forEach((node, at) => parent.children[at] !== node && parent.insertBefore(node, parent.children[at] ?? null))
  while (parent.children.length > nodes.length) parent.lastChild.remove()
}

/* List the numbered events of a chart, with links that can only lead to the web. */
export function listEvents(details, events) {
  const told = JSON.stringify(events)
  if (details.told === told) return
  const list = make("ol")
  for (const [words, address] of events) {
    const item = list.appendChild(make("li"))
    const isLink = /^https?:\/\//.test(address)
    item.append(isLink ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words) : words)
  }
  details.replaceChildren(make("summary", {}, `Events (${events.length})`), list)
  details.hidden = events.length === 0
  details.told = told
}

/* Load a style sheet once, and wait until it holds: what would be out of shape without it is drawn after that. */
export async function loadStyle(file) {
  const href = new URL(`./${file}`, import.meta.url).href
  const found = document.querySelector(`link[data-claims="${file}"]`)
  const link = found ?? document.head.appendChild(make("link", { rel: "stylesheet", href, "data-claims": file }))
  if (!link.sheet) await new Promise((done) => ["load", "error"].forEach((end) => link.addEventListener(end, done, { once: true })))
}

/* Unpack what was sent and settle it, once for each content; `holder` keeps it. */
export async function unpack(holder, bytes, settle = (sent) => sent) {
  if (holder.bytes && same(holder.bytes, bytes)) return holder.sent
  holder.sent = settle(JSON.parse(text(await inflate(bytes))))
  holder.bytes = bytes
  return holder.sent
}

export async function loadPlotly(address) {
  try {
    await import(address)
  } catch {
    throw new Error("its drawing code did not load; reload the page")
  }
  return window.Plotly
}
