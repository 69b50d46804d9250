// The bar above a chart, the browser's half of controls.py: its axis, switches, and the tabs of the page.

import { loadStyle, make, menuFor, place } from "./parts.js"
import { mount, put, teach } from "./telling.js"

const PANEL = ".st-key-view"
const STEPS = { ArrowRight: 1, ArrowLeft: -1 }

export const show = (component) => mount(component, start, draw)

function start(home) {
  loadStyle("bar.css")
  const root = make("div", { class: "claims-bar" })
  const bar = { root, nodes: new Map() }
  teach(bar, "bar", draw)
  const settings = root.appendChild(make("div", { class: "claims-bar-settings" }))
  bar.axis = settings.appendChild(menuFor("axis", "Axis")).lastChild
  bar.axis.addEventListener("change", () => put(bar, "axis", bar.axis.selectedIndex))
  bar.off = settings.appendChild(make("button", { type: "button" }, "Switch assumption off"))
  bar.off.addEventListener("click", () => put(bar, "axis", 0))
  bar.menus = settings.appendChild(make("div", { class: "claims-bar-switches" }))
  bar.switches = settings.appendChild(make("div", { class: "claims-bar-switches" }))
  bar.tabs = root.appendChild(make("div", { class: "claims-bar-tabs", role: "tablist", "aria-label": "Ways to look at it" }))
  bar.tabs.addEventListener("keydown", (event) => step(bar, event))
  bar.said = root.appendChild(make("p", { class: "claims-bar-said" }))
  home.append(root)
  return bar
}

function draw(bar, { said, axes, axis, is_assumed, menus, switches, tabs, tab }) {
  if (bar.axes !== axes.join()) bar.axis.replaceChildren(...axes.map((label) => make("option", {}, label)))
  bar.axes = axes.join()
  bar.axis.selectedIndex = axis
  bar.off.hidden = !is_assumed
  bar.axis.classList.toggle("claims-bar-assumed", is_assumed)
  bar.said.textContent = said
  place(bar.menus, menus.map((given) => menuOf(bar, given)))
  place(bar.switches, switches.map((given) => switchOf(bar, given)))
  place(bar.tabs, tabs.map(([key, title]) => tabOf(bar, key, title)))
  open(bar, tab)
}

function menuOf(bar, { name, title, choices, chosen }) {
  const root = bar.nodes.get(name) ?? menuFor(name, title)
  const menu = root.lastChild
  if (!bar.nodes.has(name)) {
    menu.addEventListener("change", () => put(bar, name, menu.value))
    bar.nodes.set(name, root)
  }
  const told = JSON.stringify(choices)
  if (root.told !== told) menu.replaceChildren(...choices.map(([value, words]) => make("option", { value }, words)))
  root.told = told
  menu.value = chosen
  return root
}

function switchOf(bar, { name, title, help, is_on }) {
  const root = bar.nodes.get(name) ?? make("label", { title: help, "data-field": name })
  if (!bar.nodes.has(name)) {
    const box = root.appendChild(make("input", { type: "checkbox", role: "switch" }))
    box.addEventListener("change", () => put(bar, name, box.checked))
    root.append(make("span", {}, title))
    bar.nodes.set(name, root)
  }
  root.firstChild.checked = is_on
  return root
}

function tabOf(bar, key, title) {
  if (!bar.nodes.has(key)) {
    const tab = make("button", { type: "button", role: "tab", id: `claims-tab-${key}`, "data-tab": key }, title)
    tab.addEventListener("click", () => choose(bar, key))
    bar.nodes.set(key, tab)
  }
  return bar.nodes.get(key)
}

function choose(bar, key) {
  open(bar, key)
  put(bar, "tab", key)
}

/* Mark the open tab, and say so on what stands below the bar, which is drawn by the page. */
function open(bar, key) {
  for (const tab of bar.tabs.children) {
    const isOpen = tab.dataset.tab === key
    tab.ariaSelected = String(isOpen)
    tab.tabIndex = isOpen ? 0 : -1
  }
  const panel = document.querySelector(PANEL)
  panel?.setAttribute("role", "tabpanel")
  panel?.setAttribute("aria-labelledby", `claims-tab-${key}`)
}

function step(bar, event) {
  const tabs = [...bar.tabs.children]
  const at = tabs.indexOf(document.activeElement) + (STEPS[event.key] ?? 0)
  if (!(event.key in STEPS) || !tabs[at]) return
  event.preventDefault()
  tabs[at].focus()
  choose(bar, tabs[at].dataset.tab)
}
