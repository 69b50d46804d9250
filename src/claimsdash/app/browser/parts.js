// The pieces of page that a chart is made of.

export function make(name, attributes = {}, text = "") {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  node.textContent = text
  return node
}

export function skeleton() {
  const root = make("figure", { class: "claims-graph", role: "group" })
  const tools = root.appendChild(make("div", { class: "claims-tools" }))
  const board = root.appendChild(make("div", { class: "claims-board" }))
  const plot = board.appendChild(make("div", { class: "claims-plot", tabindex: "0", role: "application" }))
  const heard = root.appendChild(make("p", { class: "claims-heard", "aria-live": "polite" }))
  const trouble = root.appendChild(make("p", { class: "claims-trouble", role: "alert", hidden: "" }))
  return { root, tools, board, plot, heard, trouble }
}

export function loadStyle() {
  if (document.querySelector("link[data-claims-graph]")) return
  const href = new URL("./graph.css", import.meta.url).href
  document.head.append(make("link", { rel: "stylesheet", href, "data-claims-graph": "" }))
}

export async function loadPlotly(address) {
  try {
    await import(address)
  } catch {
    throw new Error("its drawing code did not load; reload the page")
  }
  return window.Plotly
}
