// The shapes of marks, as plotly draws them, by plotly's numbers: what stands on a canvas and what plotly draws into a
// picture must be the same. Lengths are shares of half the size of a mark.

const OPEN = 100
const NUMBERS = { circle: 0, square: 1, diamond: 2, "triangle-up": 5, "triangle-down": 6, "line-ns-open": 142 }
const TIP = 2 / Math.sqrt(3)
const CLOSED = {
  1: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  2: [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]],
  5: [[-TIP, 0.5], [TIP, 0.5], [0, -1]],
  6: [[-TIP, -0.5], [TIP, -0.5], [0, 1]],
}
const STROKES = {
  34: [[-1, -1, 1, 1], [-1, 1, 1, -1]],
  35: [[0, -1.2, 0, 1.2], [-1.2, 0, 1.2, 0], [-0.85, -0.85, 0.85, 0.85], [-0.85, 0.85, 0.85, -0.85]],
  41: [[-1.4, 0, 1.4, 0]],
  42: [[0, -1.4, 0, 1.4]],
  43: [[-1, 1, 1, -1]],
}
const made = new Map()

/* Return whether a symbol, a number or a name of plotly's, is among those that are drawn here. */
export function isKnown(symbol) {
  const number = symbolNumber(symbol)
  return number % OPEN === 0 || number % OPEN in CLOSED || number % OPEN in STROKES
}

/* Return the path of a symbol, by its number, around the origin, and whether it is to be filled. */
export function shapeOf(number, size) {
  const key = `${number} ${size}`
  if (!made.has(key)) made.set(key, { path: drawn(number % OPEN, size / 2), isFilled: isFilled(number) })
  return made.get(key)
}

export function symbolNumber(symbol) {
  return typeof symbol === "number" ? symbol : (NUMBERS[symbol] ?? NaN)
}

function isFilled(number) {
  return number < OPEN && !(number in STROKES)
}

function drawn(shape, half) {
  const path = new Path2D()
  if (shape === 0) path.arc(0, 0, half, 0, 2 * Math.PI)
  for (const [x, y] of CLOSED[shape] ?? []) path.lineTo(x * half, y * half)
  for (const [x, y, toX, toY] of STROKES[shape] ?? []) {
    path.moveTo(x * half, y * half)
    path.lineTo(toX * half, toY * half)
  }
  if (shape in CLOSED) path.closePath()
  return path
}
