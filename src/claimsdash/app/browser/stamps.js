// Two ways to put a mark on a canvas: to draw it, or, where there are very many, to draw each look once and copy it.

import { shapeOf } from "./symbols.js"

// marks are copied to halves of a pixel of the screen, even and odd
const PARTS = 2
const FULL_TURN = 360
const MOST = 1024
// how far corners reach where plotly draws them
export const MITER = 2
const cut = new Map()

/* Return what draws marks, given where and which. */
export function strokes(pen, marker) {
  const start = pen.getTransform()
  return (left, top, number) => {
    pen.setTransform(start)
    pen.translate(left, top)
    ink(pen, lookOf(marker, number))
  }
}

/* Return what copies marks that were drawn before, given where and which. */
export function stamps(pen, marker) {
  const { a: scale } = pen.getTransform()
  const kind = `${marker.color} ${marker.edge} ${marker.width} ${scale}`
  if (!cut.has(kind)) cut.set(kind, new Map())
  const known = cut.get(kind)
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.imageSmoothingEnabled = false
  return (left, top, number) => {
    const [x, y] = [Math.round(left * scale * PARTS), Math.round(top * scale * PARTS)]
    const key = keyOf(marker, number) * PARTS * PARTS + (x & 1) * PARTS + (y & 1)
    if (!known.has(key)) known.set(key, stampOf(lookOf(marker, number), scale, [x & 1, y & 1]))
    const { image, middle } = known.get(key)
    pen.drawImage(image, (x >> 1) - middle, (y >> 1) - middle)
  }
}

function lookOf({ symbol, size, angle, standoff, color, edge, width }, number) {
  const own = { symbol: at(symbol, number), size: at(size, number), angle: at(angle, number), standoff: at(standoff, number) }
  return { ...own, color, edge, width }
}

/* Return one number for symbol, size, angle and stand-off, each of them a small whole number. */
function keyOf({ symbol, size, angle, standoff }, number) {
  const turned = at(angle, number) + FULL_TURN
  return ((at(symbol, number) * MOST + at(size, number)) * MOST + at(standoff, number)) * 2 * FULL_TURN + turned
}

function stampOf(look, scale, [x, y]) {
  const middle = Math.ceil((look.size + look.standoff + look.width) * scale)
  const sheet = new OffscreenCanvas(2 * middle + 1, 2 * middle + 1)
  const pen = sheet.getContext("2d")
  pen.translate(middle + x / PARTS, middle + y / PARTS)
  pen.scale(scale, scale)
  ink(pen, look)
  return { image: sheet.transferToImageBitmap(), middle }
}

/* Draw a mark around the origin: a stand-off moves it downwards, and the angle turns it with that. */
function ink(pen, { symbol, size, angle, standoff, color, edge, width }) {
  const { path, isFilled } = shapeOf(symbol, size)
  if (angle) pen.rotate((angle * Math.PI) / 180)
  if (standoff) pen.translate(0, standoff)
  Object.assign(pen, { fillStyle: color, strokeStyle: isFilled ? edge : color, lineWidth: width || 1, miterLimit: MITER })
  if (isFilled) pen.fill(path)
  if (width || !isFilled) pen.stroke(path)
}

export function at(value, number) {
  return typeof value === "object" ? value[number] : value
}
