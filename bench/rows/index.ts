import type { BenchRow } from '../lib/leg.ts'
import { catchingUp } from './catch-up.ts'
import { coldStart } from './cold-start.ts'
import { countingViews } from './count-views.ts'
import { durableSave } from './durable-save.ts'
import { firstFill } from './first-fill.ts'
import { idle } from './idle.ts'
import { keyToFrame } from './key-to-frame.ts'
import { installedSize } from './installed-size.ts'
import { listingThreads } from './list-threads.ts'
import { memory } from './memory.ts'
import { openingTicket } from './open-ticket.ts'
import { scrolling } from './scrolling.ts'
import { searchingAsTyped } from './search-as-typed.ts'
import { largeMail, longConversation } from './long-reads.ts'
import { windowFree } from './window-free.ts'

/**
 * In the order they run: those that change the hub's rows come after those that read all of them, and keys come last,
 * because a hundred events a second make the hub grow.
 */
export const rows: readonly BenchRow[] = [
  firstFill,
  catchingUp,
  durableSave,
  openingTicket,
  listingThreads,
  countingViews,
  searchingAsTyped,
  scrolling,
  longConversation,
  largeMail,
  windowFree,
  coldStart,
  memory,
  idle,
  installedSize,
  keyToFrame,
]
