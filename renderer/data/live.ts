import { desk } from '../desk.ts'
import { LONG_QUERIES } from '../../shared/contract/asking.ts'
import { askTogether } from './ask-together.ts'
import { LiveQueries } from './live-queries.ts'

const together = askTogether(questions => desk.call('questions.ask', { questions: [...questions] }))

/** The window's one set of live queries. */
export const live = new LiveQueries({
  // Main's own answers cross no thread, and nobody waits for the long ones.
  call: (name, input) =>
    name === 'app.info' || LONG_QUERIES.has(name) ? desk.call(name, input) : together(name, input),
  nextFrame: run => {
    requestAnimationFrame(run)
  },
  after: (ms, run) => {
    setTimeout(run, ms)
  },
  now: () => performance.now(),
})

/** Starts listening to changes of the data; returns a function that stops it. */
export function startLive(): () => void {
  return desk.on('data.changed', ({ tables }) => live.changed(tables))
}
