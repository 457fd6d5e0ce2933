/**
 * Hands messages on one by one, each with everything done that follows from it. A fork's channel delivers what came
 * together in one go, before promises get their turn: an event would reach a window ahead of the answer it came behind,
 * and the answer, which is older, would stand there as the news.
 */
export function oneByOne(listener: (message: unknown) => void): (message: unknown) => void {
  const waiting: unknown[] = []
  let isBusy = false
  const next = (): void => {
    if (waiting.length === 0) {
      isBusy = false
      return
    }
    isBusy = true
    const message = waiting.shift()
    setImmediate(next)
    listener(message)
  }
  return message => {
    waiting.push(message)
    if (!isBusy) next()
  }
}
