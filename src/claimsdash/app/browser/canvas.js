// Draws marks and lines on a canvas that lies over plotly's axes and below its labels: thousands of marks take a few
// milliseconds. Places follow plotly's axes as they stand, while someone drags them, too.

import { at, MITER, stamps, strokes } from "./stamps.js"

const DIM = 0.15
// dots of paper to a pixel of the page
const PRINTED = 4
const LEAST_DASH_PX = 3
// what lies further off is cut off there, or the dashes towards it would all be drawn
const FAR_PX = 20_000

/* Draw what is staged; `chart.source` is the one that is not dimmed, `chart.gliding` tells how marks move. */
export function drawMarks(chart) {
  const { plot, staged = [] } = chart
  if (!plot._fullLayout?._size || (!staged.length && !chart.canvas)) return
  const pen = ready(chart)
  for (const item of staged) {
    const spot = spotOf(plot._fullLayout, item)
    if (!spot) continue
    const dims = Boolean(chart.source && item.group && chart.source !== item.group)
    pen.save()
    if (item.isClipped) clip(pen, spot)
    const opacity = item.opacity * (dims ? DIM : 1)
    if (item.line) drawLine(pen, item, spot, opacity * (chart.gliding?.share ?? 1))
    else drawPoints(pen, item, spot, opacity, chart.gliding)
    pen.restore()
  }
}

/* Draw what is staged whenever plotly draws, and finer on paper. */
export function keepDrawn(chart) {
  drawMarks(chart)
  for (const event of ["plotly_afterplot", "plotly_relayouting"]) chart.plot.on(event, () => drawMarks(chart))
  for (const event of ["beforeprint", "afterprint"]) {
    addEventListener(event, () => drawMarks(Object.assign(chart, { isPrinted: event === "beforeprint" })), { signal: chart.wired.signal })
  }
}

/* Return the drawn places of the points of an item, in pixels of the plot, one after the other. */
export function placesOf(plot, item) {
  const spot = spotOf(plot._fullLayout, item)
  return spot ? Array.from(item.x, (x, number) => [spot.across(x), spot.up(item.y[number])]) : []
}

function ready(chart) {
  const { plot } = chart
  const { width, height } = plot._fullLayout
  chart.canvas ??= Object.assign(document.createElement("canvas"), { className: "claims-marks", ariaHidden: "true" })
  const ground = plot.querySelector(".main-svg")
  if (ground.nextSibling !== chart.canvas) ground.after(chart.canvas)
  const scale = Math.max(window.devicePixelRatio, chart.isPrinted ? PRINTED : 0)
  Object.assign(chart.canvas, { width: Math.round(width * scale), height: Math.round(height * scale) })
  Object.assign(chart.canvas.style, { width: `${width}px`, height: `${height}px` })
  const pen = chart.canvas.getContext("2d")
  pen.scale(scale, scale)
  return pen
}

function spotOf(layout, { axes }) {
  const [x, y] = axes.split(" ").map((name) => layout[`${name[0]}axis${name.slice(1)}`])
  return x && y ? { x, y, across: scaleOf(x, false), up: scaleOf(y, true) } : null
}

// Plotly's own scales hold still while an axis is dragged; its range does not.
function scaleOf(axis, isUp) {
  const [from, to] = axis.range.map((end) => axis.r2l(end))
  const length = (isUp ? -1 : 1) * axis._length
  const start = axis._offset + (isUp ? axis._length : 0)
  const per = length / (to - from)
  return axis.type === "log" ? (value) => start + (Math.log10(value) - from) * per : (value) => start + (value - from) * per
}

function clip(pen, { x, y }) {
  pen.beginPath()
  pen.rect(x._offset, y._offset, x._length, y._length)
  pen.clip()
}

function drawLine(pen, { x, y, line, fill }, { across, up }, opacity) {
  const { shape = "linear", width = 2, dash = "solid", color } = line
  pen.globalAlpha = opacity
  pen.miterLimit = MITER
  pen.setLineDash(dashes(dash, width))
  const within = dash === "solid" ? (place) => place : (place) => Math.min(Math.max(place, -FAR_PX), FAR_PX)
  pen.beginPath()
  let before = null
  for (let number = 0; number < x.length; number += 1) {
    const [left, top] = [within(across(x[number])), within(up(y[number]))]
    if (Number.isNaN(left) || Number.isNaN(top)) {
      if (fill && before) pen.closePath()
      before = null
      continue
    }
    if (!before) pen.moveTo(left, top)
    else if (shape === "hv") pen.lineTo(left, before.top)
    else if (shape === "vh") pen.lineTo(before.left, top)
    if (before) pen.lineTo(left, top)
    before = { left, top }
  }
  Object.assign(pen, { fillStyle: fill ?? "", strokeStyle: color, lineWidth: width })
  if (fill) pen.fill()
  if (width > 0) pen.stroke()
}

function dashes(dash, width) {
  const one = Math.max(width, LEAST_DASH_PX)
  return { dot: [one, one], dash: [3 * one, 3 * one] }[dash] ?? []
}

function drawPoints(pen, item, spot, opacity, gliding) {
  const { marker } = item
  const shifts = gliding?.of.get(item)
  const put = item.isCrowded ? stamps(pen, marker) : strokes(pen, marker)
  for (let number = 0; number < item.x.length; number += 1) {
    const [left, top] = [spot.across(item.x[number]), spot.up(item.y[number])]
    if (!isInside(spot, left, top)) continue
    const shift = shifts?.[number]
    pen.globalAlpha = opacity * at(marker.opacity, number) * (shift === null ? gliding.share : 1)
    if (pen.globalAlpha) put(left + glided(shift?.x, gliding), top + glided(shift?.y, gliding), number)
  }
}

function isInside({ x, y }, left, top) {
  return left >= x._offset && left <= x._offset + x._length && top >= y._offset && top <= y._offset + y._length
}

function glided(shift, gliding) {
  return shift ? shift * (1 - gliding.share) : 0
}
