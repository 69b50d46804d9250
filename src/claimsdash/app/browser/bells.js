// How a mark that is clicked in any chart reaches the card of the page: the card hangs up a bell, charts ring it. A
// chart may stand before the card does: what is rung for then is kept, the last of it, and told as soon as it hangs.

const bells = new Map()
const early = new Map()

export function hang(name, answer) {
  bells.set(name, answer)
  if (!early.has(name)) return
  const mark = early.get(name)
  early.delete(name)
  answer(mark)
}

export function takeDown(name) {
  bells.delete(name)
  early.delete(name)
}

export function ring(name, mark) {
  const answer = bells.get(name)
  answer ? answer(mark) : early.set(name, mark)
}
