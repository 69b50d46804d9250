// The browser's half of panel.py: search, lists to tick with their counts, the day known on, and first and last days.

import { loadStyle, make, menuFor, place } from "./parts.js"
import { mount, put, teach } from "./telling.js"

const FEW = 5
const FIND_FROM = 12
const MOST = 200
const TYPING_MS = 400
const DAY_MS = 86_400_000
const DAYS = { min: "1900-01-01", max: "2199-12-31" }
const KNOWN_ON = "Only what had been published by this day. Reports without a date of publication are left out as soon as " +
  "the day is before the last."

export const show = (component) => mount(component, start, draw)

function start(home) {
  loadStyle("filters.css")
  const root = make("form", { class: "claims-filters", "aria-label": "Filters" })
  root.addEventListener("submit", (event) => event.preventDefault())
  const panel = { root, facets: new Map() }
  teach(panel, "filters", draw)
  panel.menu = root.appendChild(menuOf(panel))
  panel.search = root.appendChild(searchOf(panel))
  const head = root.appendChild(make("div", { class: "claims-filters-head" }))
  panel.count = head.appendChild(make("strong"))
  panel.reset = head.appendChild(make("button", { type: "button", title: "Take all filters off" }, "Reset"))
  panel.reset.addEventListener("click", () => put(panel, "reset", true))
  root.append(make("p", { class: "claims-filters-note" }, "Beside each choice: claims / reports that it would show."))
  panel.lists = root.appendChild(make("div"))
  panel.period = root.appendChild(periodOf(panel))
  panel.days = root.appendChild(make("div", { class: "claims-filters-days" }))
  home.append(root)
  return panel
}

function draw(panel, asked) {
  panel.count.textContent = asked.n_set ? `Filters · ${asked.n_set} set` : "Filters"
  panel.reset.disabled = asked.n_set === 0
  drawMenu(panel, asked.menu)
  setValue(panel.search.lastChild, asked.text)
  const shown = asked.facets.map((given) => {
    const facet = panel.facets.get(given.name) ?? facetOf(panel, given)
    drawFacet(facet, given, asked.n_set === 0)
    return facet.root
  })
  place(panel.lists, shown)
  drawPeriod(panel, asked.period)
  for (const { name, title, day } of asked.days) setValue(dayOf(panel, name, title), day ?? "")
}

function setValue(input, value) {
  if (input.value !== value && input !== document.activeElement) input.value = value
}

function menuOf(panel) {
  const root = menuFor("topic", "Topic")
  root.classList.add("claims-filters-field")
  root.lastChild.addEventListener("change", () => put(panel, "topic", root.lastChild.value))
  return root
}

function drawMenu(panel, menu) {
  panel.menu.hidden = !menu
  if (!menu) return
  const select = panel.menu.lastChild
  const told = JSON.stringify(menu.choices)
  if (panel.topics !== told) select.replaceChildren(...groups(menu.choices))
  panel.topics = told
  select.value = menu.chosen
}

function groups(choices) {
  const found = new Map()
  for (const [group, value, title] of choices) {
    const node = found.get(group) ?? make("optgroup", { label: group || "Other topics" })
    node.append(make("option", { value }, title))
    found.set(group, node)
  }
  return [...found.values()]
}

function searchOf(panel) {
  const root = make("label", { class: "claims-filters-field", "data-field": "text" })
  root.append(make("span", {}, "Search"))
  const input = root.appendChild(make("input", { type: "search", placeholder: "wording, scope, speaker, notes" }))
  let typing
  const told = (wait) => {
    clearTimeout(typing)
    typing = setTimeout(() => input.value !== panel.text && put(panel, "text", (panel.text = input.value)), wait)
  }
  input.addEventListener("input", () => told(TYPING_MS))
  input.addEventListener("change", () => told(0))
  return root
}

function dayOf(panel, name, title) {
  const found = panel.days.querySelector(`[data-field="${name}"] input`)
  if (found) return found
  const root = panel.days.appendChild(make("label", { class: "claims-filters-field", "data-field": name }))
  root.append(make("span", {}, title))
  const input = root.appendChild(make("input", { type: "date", ...DAYS }))
  input.addEventListener("change", () => input.validity.valid && put(panel, name, input.value || null))
  return input
}

function facetOf(panel, { name, title }) {
  const root = make("fieldset", { "data-field": name })
  const facet = { panel, name, root, rows: new Map(), order: [], isOpen: false, sought: "" }
  root.append(make("legend", {}, title))
  facet.find = root.appendChild(make("input", { type: "search", placeholder: "Find …", "aria-label": `Find: ${title}` }))
  facet.list = root.appendChild(make("div"))
  facet.rest = root.appendChild(make("p", { class: "claims-filters-note" }))
  facet.more = root.appendChild(make("button", { type: "button" }))
  facet.find.addEventListener("input", () => {
    facet.sought = facet.find.value.trim().toLowerCase()
    drawRows(facet)
  })
  facet.more.addEventListener("click", () => {
    facet.isOpen = !facet.isOpen
    facet.sought = facet.find.value = ""
    drawRows(facet)
  })
  panel.facets.set(name, facet)
  return facet
}

/* Choices keep their places while filters are set: a list does not change under the pointer. */
function drawFacet(facet, given, isFree) {
  facet.choices = new Map(given.choices.map(([value, ...said]) => [value, said]))
  facet.chosen = new Set(given.chosen)
  for (const value of facet.chosen) if (!facet.choices.has(value)) facet.choices.set(value, [value, 0, 0])
  const kept = isFree && !facet.root.contains(document.activeElement) ? [] : facet.order.filter((value) => facet.choices.has(value))
  facet.order = [...new Set([...kept, ...facet.choices.keys()])]
  drawRows(facet)
}

function drawRows(facet) {
  const found = facet.order.filter((value, at) => {
    if (facet.isOpen) return facet.choices.get(value)[0].toLowerCase().includes(facet.sought)
    return at < FEW || facet.chosen.has(value) || facet.order.length === FEW + 1
  })
  const shown = found.slice(0, MOST)
  place(facet.list, shown.map((value) => rowOf(facet, value)))
  facet.find.hidden = !facet.isOpen || facet.order.length < FIND_FROM
  facet.rest.textContent = found.length ? `${found.length - shown.length} more: find by name` : "Nothing of that name"
  facet.rest.hidden = found.length > 0 && found.length === shown.length
  facet.more.hidden = facet.order.length <= FEW + 1
  facet.more.textContent = facet.isOpen ? "Show fewer" : `Show all ${facet.order.length}`
  facet.more.ariaExpanded = String(facet.isOpen)
}

function rowOf(facet, value) {
  const row = facet.rows.get(value) ?? newRow(facet, value)
  const [words, claims, reports] = facet.choices.get(value)
  const counted = `${claims.toLocaleString("en")} / ${reports.toLocaleString("en")}`
  if (row.words.textContent !== words) row.words.textContent = words
  if (row.counted.textContent !== counted) row.counted.textContent = counted
  row.box.checked = facet.chosen.has(value)
  return row.root
}

function newRow(facet, value) {
  const root = make("label", {})
  const box = root.appendChild(make("input", { type: "checkbox", value }))
  const row = { root, box, words: root.appendChild(make("span")), counted: root.appendChild(make("small")) }
  box.addEventListener("change", () => {
    box.checked ? facet.chosen.add(value) : facet.chosen.delete(value)
    put(facet.panel, facet.name, [...facet.chosen])
  })
  facet.rows.set(value, row)
  return row
}

function periodOf(panel) {
  const root = make("fieldset", { "data-field": "known_on", title: KNOWN_ON })
  root.append(make("legend", {}, "Known on"))
  const said = root.appendChild(make("output"))
  const slider = root.appendChild(make("input", { type: "range", min: 0, step: 1, "aria-label": "Known on" }))
  const ends = root.appendChild(make("div", { class: "claims-filters-ends" }))
  ends.append(make("small"), make("small"))
  slider.addEventListener("input", () => {
    say(panel)
    put(panel, "known_on", slider.valueAsNumber === Number(slider.max) ? null : isoOf(panel, slider.valueAsNumber))
  })
  Object.assign(panel, { slider, said, ends })
  return root
}

function drawPeriod(panel, period) {
  panel.period.hidden = !period
  if (!period) return
  const { first, last, day } = period
  panel.first = Date.parse(first)
  panel.slider.max = (Date.parse(last) - panel.first) / DAY_MS
  panel.slider.value = (Date.parse(day ?? last) - panel.first) / DAY_MS
  for (const [at, end] of [first, last].entries()) panel.ends.children[at].textContent = inWords(Date.parse(end))
  say(panel)
}

function say(panel) {
  const words = inWords(panel.first + panel.slider.valueAsNumber * DAY_MS)
  panel.said.textContent = words
  panel.slider.setAttribute("aria-valuetext", words)
}

function isoOf(panel, days) {
  return new Date(panel.first + days * DAY_MS).toISOString().slice(0, 10)
}

function inWords(time) {
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
}
