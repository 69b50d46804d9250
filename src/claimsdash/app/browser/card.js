// The evidence card, the browser's half of evidence.py. Nothing in its texts is markup.

import { move } from "./ahead.js"
import { hang, takeDown } from "./bells.js"
import { loadStyle, make } from "./parts.js"
import { mount, put, teach } from "./telling.js"

const AROUND = ".st-key-evidence"
const COPIED_MS = 1500

export const show = (component) => mount(component, start, settle)

function start(home) {
  loadStyle("card.css")
  const root = make("article", { class: "claims-card", "aria-label": "Evidence" })
  const card = { home, root, told: "", end: () => takeDown(card.bell) }
  teach(card, "card", (_, asked) => {
    draw(card, asked)
    move(asked.view)
    home.closest(AROUND)?.setAttribute("data-turning", "")
  })
  home.append(root)
  return card
}

function settle(card, asked) {
  draw(card, asked)
  card.home.closest(AROUND)?.removeAttribute("data-turning")
}

function draw(card, { evidence, said, is_open, bell, chosen, view }) {
  card.isAhead = view !== ""
  card.home.closest(AROUND)?.toggleAttribute("data-open", is_open)
  if (bell) {
    dispatchEvent(new CustomEvent("claims-chosen", { detail: { key: bell, chosen } }))
    card.bell = bell
    hang(bell, (mark) => put(card, "mark", mark))
  }
  const told = JSON.stringify([evidence, said, is_open])
  if (told === card.told) return
  card.told = told
  card.root.replaceChildren(...(is_open ? [headOf(card, bell)] : []), ...(evidence ? partsOf(evidence) : [make("p", {}, said)]))
  card.home.closest(AROUND)?.scrollTo(0, 0)
}

function headOf(card, bell) {
  const head = make("header")
  head.append(make("span", {}, "Evidence"))
  if (!bell) return head
  const close = head.appendChild(make("button", { type: "button" }, "Close"))
  close.addEventListener("click", () => put(card, "close", true))
  return head
}

function partsOf({ wording, reading, claimant, facts, pages, counted, echoes, citation }) {
  const list = make("dl")
  for (const [label, text] of facts) list.append(row(label, bold(text, label === facts[0][0] ? claimant : "")))
  list.append(row("Page", pages.flatMap((page, place) => (place ? [", ", linkTo(page)] : [linkTo(page)]))))
  const parts = [make("h2", {}, wording ? `“${wording}”` : "No wording"), make("p", { class: "claims-card-quiet" }, reading), list]
  parts.push(make("p", { class: "claims-card-counted" }, counted))
  if (echoes.length) parts.push(listOf(echoes))
  return [...parts, citationOf(citation)]
}

function row(label, content) {
  const root = make("div")
  root.append(make("dt", {}, label), make("dd"))
  root.lastChild.append(...content)
  return root
}

function bold(text, name) {
  return name && text.startsWith(name) ? [make("strong", {}, name), text.slice(name.length)] : [text]
}

function linkTo([address, words]) {
  if (!/^https?:\/\//i.test(address)) return words
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words)
}

function listOf(echoes) {
  const list = make("ul")
  for (const { wording, outlet, reported, differs, speaks } of echoes) {
    const item = list.appendChild(make("li"))
    const where = make("small")
    where.append(linkTo(outlet), `, ${reported}`)
    item.append(wording ? `“${wording}” ` : "no wording ", where)
    for (const word of differs) item.append(" ", make("span", { class: "claims-card-badge claims-card-differs" }, word))
    if (speaks) item.append(" ", make("span", { class: "claims-card-badge" }, "speaks for the claim"))
  }
  return list
}

function citationOf(citation) {
  const root = make("div", { class: "claims-card-citation" })
  const head = root.appendChild(make("div"))
  head.append(make("strong", {}, "Citation"))
  const copy = head.appendChild(make("button", { type: "button" }, "Copy"))
  const text = root.appendChild(make("code", {}, citation))
  copy.addEventListener("click", () => take(copy, text))
  return root
}

/* Copy the citation, or mark it for the keyboard where a page may not copy. */
async function take(copy, text) {
  try {
    await navigator.clipboard.writeText(text.textContent)
    copy.textContent = "Copied"
  } catch {
    getSelection().selectAllChildren(text)
    copy.textContent = "Marked"
  }
  setTimeout(() => (copy.textContent = "Copy"), COPIED_MS)
}
