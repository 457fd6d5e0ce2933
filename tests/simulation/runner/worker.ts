import { play } from '../play.ts'
import type { Script } from '../world/plan.ts'

// A process that plays the histories it is given, one after the other.

process.on('message', script => {
  void play(script as Script).then(played => process.send?.(played))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
