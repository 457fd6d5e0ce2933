import { desk } from '../desk.ts'
import { askTogether } from './ask-together.ts'
import { LiveQueries } from './live-queries.ts'

const together = askTogether(questions => desk.call('questions.ask', { questions: [...questions] }))

/** The window's one set of live queries. */
export const live = new LiveQueries({
  // Main's own answers cross no thread.
  call: (name, input) => (name === 'app.info' ? desk.call(name, input) : together(name, input)),
  nextFrame: run => {
    requestAnimationFrame(run)
  },
})

/** Starts listening to changes of the data; returns a function that stops it. */
export function startLive(): () => void {
  return desk.on('data.changed', ({ tables }) => live.changed(tables))
}
