// The chart of a topic's page, with its title and bar, drawn before Streamlit starts: it lies over the page where it will
// stand, cannot be used yet, and moves to its place as soon as the page has one for it. Streamlit's code waits for it,
// but not for an answer that takes long.

import { split } from "./ahead.js"
import { show as showBar } from "./bar.js"
import { show as showChart } from "./graph.js"
import { lend } from "./keeping.js"
import { make } from "./parts.js"

const THEME = `stActiveTheme-${location.pathname}-v2`
const DONE = '[data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"] h1'
const FAILED = "[role=dialog]"
const PLOTLY = new URL("./plotly.min.js", import.meta.url).href
const HOLDS_MS = 200
const LAST_PARTS_MS = 1500
const MOST_MS = 20000

// Without the script in the page that asks for the chart, nothing waits for it.
if (window.claimsFirst) begin()

async function begin() {
  const { asked, goOn } = window.claimsFirst
  const late = setTimeout(goOn, HOLDS_MS)
  try {
    const answer = await asked
    clearTimeout(late)
    if (answer.status !== 200) return
    const [told, chart, bar] = split(new Uint8Array(await answer.arrayBuffer()))
    if (!document.querySelector(DONE)) await draw(JSON.parse(new TextDecoder().decode(told)), chart, bar)
  } catch (error) {
    console.warn(`The chart could not be drawn before the page: ${error?.message ?? error}`)
  } finally {
    goOn()
  }
}

async function draw({ title, key }, chart, bar) {
  const page = layOut(title, key)
  document.body.append(page.root)
  const leaves = []
  const end = once(() => {
    page.root.remove()
    leaves.forEach((leave) => leave())
  })
  watch(end)
  await loadFont()
  const mount = async (show, place, data) => {
    const leave = await show({ parentElement: place, data, setTriggerValue() {} }, PLOTLY)
    page.root.isConnected ? leaves.push(leave) : leave()
  }
  await mount(showBar, page.bar, bar)
  const drawn = mount(showChart, page.chart, chart)
  lend(key, end)
  await drawn
}

/* Lay out the head of the page as it will stand: see page.css, and first.css for what Streamlit makes of it. */
function layOut(title, key) {
  const root = make("div", { class: "claims-first", inert: "", "aria-busy": "true", "data-theme": isDark() ? "dark" : "light" })
  root.append(make("div", { class: "claims-first-side" }))
  const main = root.appendChild(make("div", { class: "claims-first-main" }))
  main.append(make("h1", {}, title))
  const left = main.appendChild(make("div", { class: "claims-first-left" }))
  const bar = left.appendChild(make("div"))
  const chart = left.appendChild(make("div", { "data-will-be": key }))
  return { root, bar, chart }
}

// What was chosen in Streamlit's menu, else what the visitor's system prefers.
function isDark() {
  const chosen = localStorage.getItem(THEME) ?? ""
  return /dark/i.test(chosen) || (!/light/i.test(chosen) && matchMedia("(prefers-color-scheme: dark)").matches)
}

/* The page's font is on its way already; what is measured in another one would have to be drawn again. */
async function loadFont() {
  const href = document.querySelector("link[rel=preload][as=font]")?.href
  if (href) document.fonts.add(await new FontFace("Source Sans", `url(${href})`, { weight: "100 900" }).load())
}

/* Do not stand in the way of a page that has come to something else than this chart. */
function watch(end) {
  const watcher = new MutationObserver(() => {
    if (document.querySelector(FAILED)) end()
    else if (document.querySelector(DONE)) setTimeout(end, LAST_PARTS_MS)
    else return
    watcher.disconnect()
  })
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] })
  setTimeout(end, MOST_MS)
}

function once(act) {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}
