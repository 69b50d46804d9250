// A table of claims to search, to sort and to choose from, the browser's half of tables.py. Its first rows are drawn at
// once, the others after the frame; like a chart it is kept while another tab is open.

import { ring } from "./bells.js"
import { keep, takeBack } from "./keeping.js"
import { keyOf, loadStyle, make, unpack } from "./parts.js"

const AT_FIRST = 30
const MORE = 150
const PAD = 3
const WIDEST = 26
const ORDERS = ["none", "ascending", "descending"]
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }
const listings = new WeakMap()

export async function show(component) {
  const place = component.parentElement
  const listing = listings.get(place) ?? start(place)
  listing.send = component.setTriggerValue
  const [sent] = await Promise.all([unpack(listing, component.data), loadStyle("listing.css")])
  if (sent.drawing !== listing.drawing) draw(listing, sent)
  else later(listing, listing.rows)
  mark(listing, sent.chosen)
  listing.root.dataset.drawn = String(++listing.times)
  return () => leave(listing, place)
}

function start(place) {
  const key = keyOf(place)
  const listing = takeBack(key) ?? fresh(key)
  place.append(listing.root)
  listings.set(place, listing)
  listing.wired = new AbortController()
  const follow = ({ detail }) => listing.body && detail.key === listing.sent.bell && mark(listing, detail.chosen)
  addEventListener("claims-chosen", follow, { signal: listing.wired.signal })
  return listing
}

/* Keep no more rows than are seen at once: those that follow are added again when the table is back. */
function leave(listing, place) {
  for (const row of [...(listing.body?.rows ?? [])].slice(AT_FIRST)) row.remove()
  listing.wired.abort()
  listings.delete(place)
  listing.root.remove()
  keep(listing, () => {})
}

function fresh(key) {
  const listing = { key, times: 0, order: { column: -1, way: 0 }, chosen: null, rows: [], root: make("div", { class: "claims-listing" }) }
  const tools = listing.root.appendChild(make("div", { class: "claims-listing-tools" }))
  listing.search = tools.appendChild(make("input", { type: "search", placeholder: "Search this table", "aria-label": "Search this table" }))
  listing.counted = tools.appendChild(make("span", { role: "status" }))
  listing.frame = listing.root.appendChild(make("div", { class: "claims-listing-frame", tabindex: "0", role: "region" }))
  listing.search.addEventListener("input", () => listing.body && fill(listing))
  listing.frame.addEventListener("click", (event) => choose(listing, event))
  listing.frame.addEventListener("keydown", (event) => step(listing, event))
  return listing
}

/* Set up head and widths anew, and fill in the rows; how a visitor sorted and searched stays. */
function draw(listing, { columns, rows, summary, drawing }) {
  listing.drawing = drawing
  listing.found = rows.map((row) => row.texts.join("\n").toLowerCase())
  listing.frame.setAttribute("aria-label", summary)
  const table = make("table")
  table.append(widths(columns, rows), make("thead"), make("tbody"))
  listing.heads = columns.map(({ title }, place) => headOf(listing, title, place))
  table.tHead.appendChild(make("tr")).append(...listing.heads)
  listing.body = table.tBodies[0]
  listing.frame.replaceChildren(table)
  if (!columns[listing.order.column]) listing.order = { column: -1, way: 0 }
  fill(listing)
}

/* Widths follow from the texts: the browser need not lay out every row to find them. */
function widths(columns, rows) {
  const group = make("colgroup")
  for (const [place, { title }] of columns.entries()) {
    const longest = rows.reduce((most, { texts }) => Math.max(most, texts[place].length), title.length + 2)
    const column = group.appendChild(make("col"))
    column.style.width = `${Math.min(longest, WIDEST) * 0.53 + PAD * 0.53}em`
  }
  return group
}

function headOf(listing, title, place) {
  const head = make("th", { scope: "col" })
  const button = head.appendChild(make("button", { type: "button", title: `Sort by ${title}` }, title))
  button.addEventListener("click", () => {
    const { column, way } = listing.order
    listing.order = { column: place, way: column === place ? (way + 1) % ORDERS.length : 1 }
    fill(listing)
  })
  return head
}

function fill(listing) {
  const { columns, rows } = listing.sent
  const wanted = listing.search.value.trim().toLowerCase()
  const order = listing.order.way ? listing.order : { column: -1, way: 0 }
  for (const [place, head] of listing.heads.entries()) head.setAttribute("aria-sort", ORDERS[place === order.column ? order.way : 0])
  listing.rows = sorted(rows.map((row, place) => ({ ...row, place })).filter(({ place }) => listing.found[place].includes(wanted)), columns, order)
  listing.counted.textContent = wanted ? `${listing.rows.length} of ${rows.length} rows` : `${rows.length} rows`
  listing.body.replaceChildren()
  listing.filling = listing.rows
  add(listing, AT_FIRST)
  later(listing, listing.rows)
  mark(listing, listing.chosen)
}

function sorted(rows, columns, { column, way }) {
  if (!way) return rows
  const { ranks } = columns[column]
  const least = (row) => (ranks ? ranks[row.place] : row.texts[column])
  const sign = way === 1 ? 1 : -1
  return rows.sort((one, other) => {
    const [a, b] = [least(one), least(other)]
    const isBlank = [a, b].map((each) => each === null || each === "")
    if (isBlank[0] || isBlank[1]) return isBlank[0] - isBlank[1]
    return sign * (ranks ? a - b : a.localeCompare(b, undefined, { numeric: true }))
  })
}

function add(listing, count) {
  const from = listing.body.rows.length
  listing.body.append(...listing.rows.slice(from, from + count).map((row) => rowOf(listing, row)))
}

/* Add the other rows, some at a time, when the browser has nothing else to do. */
function later(listing, rows) {
  if (listing.filling !== rows || listing.body.rows.length >= rows.length) return
  requestAnimationFrame(() => setTimeout(() => {
    if (listing.filling !== rows || !listing.root.isConnected) return
    add(listing, MORE)
    mark(listing, listing.chosen)
    later(listing, rows)
  }))
}

function rowOf({ sent }, { key, texts, link }) {
  const row = make("tr", { "data-key": key })
  for (const [place, text] of texts.entries()) {
    if (place === sent.opener) row.append(openerOf(text))
    else row.append(link && place === sent.linked ? linkOf(link, text) : make("td", {}, text))
  }
  return row
}

/* The head of a row, which opens its evidence: one stop of the keyboard for all rows, the arrows go on from there. */
function openerOf(text) {
  const head = make("th", { scope: "row" })
  head.append(make("button", { type: "button", tabindex: "-1" }, text || "no wording"))
  return head
}

function linkOf(address, text) {
  const cell = make("td")
  cell.append(/^https?:\/\//i.test(address) ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text) : text)
  return cell
}

function choose(listing, event) {
  const row = event.target.closest("tbody tr")
  if (!row || event.target.closest("a") || String(getSelection())) return
  const key = row.dataset.key === String(listing.chosen) ? null : row.dataset.key
  const { bell } = listing.sent
  mark(listing, key)
  if (bell) ring(bell, key === null ? null : Number(key))
  else listing.send("choose", { key })
}

/* Show which row is chosen; it, or else the first, is where the keyboard goes in. */
function mark(listing, chosen) {
  listing.chosen = chosen
  for (const row of listing.body.querySelectorAll("[aria-current]")) row.removeAttribute("aria-current")
  const row = [...listing.body.rows].find((each) => each.dataset.key === String(chosen))
  row?.setAttribute("aria-current", "true")
  enter(listing, row ?? listing.body.rows[0])
}

function enter(listing, row) {
  for (const button of listing.body.querySelectorAll('[tabindex="0"]')) button.tabIndex = -1
  const button = row?.querySelector("th button")
  if (button) button.tabIndex = 0
  return button
}

function step(listing, event) {
  const rows = [...listing.body.rows]
  const at = rows.indexOf(event.target.closest("tbody tr"))
  if (!(event.key in STEPS) || at < 0) return
  event.preventDefault()
  enter(listing, rows[Math.max(0, Math.min(rows.length - 1, at + STEPS[event.key]))])?.focus()
}
