import { desk } from '../desk.ts'
import { LiveQueries } from './live-queries.ts'

/** The window's one set of live queries. */
export const live = new LiveQueries({
  call: desk.call,
  nextFrame: run => {
    requestAnimationFrame(run)
  },
})

/** Starts listening to changes of the data; returns a function that stops it. */
export function startLive(): () => void {
  return desk.on('data.changed', ({ tables }) => live.changed(tables))
}
