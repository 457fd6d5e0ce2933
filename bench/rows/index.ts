import type { BenchRow } from '../lib/leg.ts'
import { busyHub, dyingHub, farHub } from './busy-hub.ts'
import { catchingUp } from './catch-up.ts'
import { coldStart } from './cold-start.ts'
import { countingViews } from './count-views.ts'
import { drainingOutbox } from './drain-outbox.ts'
import { durableSave } from './durable-save.ts'
import { editToColleague } from './edit-to-colleague.ts'
import { encryptionCost } from './encryption-cost.ts'
import { firstFill } from './first-fill.ts'
import { firstTickets } from './first-tickets.ts'
import { idle } from './idle.ts'
import { keyToFrame } from './key-to-frame.ts'
import { installedSize } from './installed-size.ts'
import { listingThreads } from './list-threads.ts'
import { memory } from './memory.ts'
import { openingTicket } from './open-ticket.ts'
import { pullingPages } from './pull-pages.ts'
import { scrolling } from './scrolling.ts'
import { searchingAsTyped } from './search-as-typed.ts'
import { searchableFill } from './searchable-fill.ts'
import { supervisorBoard } from './supervisor-board.ts'
import { largeMail, longConversation } from './long-reads.ts'
import { windowFree } from './window-free.ts'
import { wireBytes } from './wire-bytes.ts'

/**
 * In the order they run: those that change the hub's rows come after those that read all of them, and what makes the hub
 * grow most comes last: keys with a hundred events a second beside them, then a crowd of laptops at work.
 */
export const rows: readonly BenchRow[] = [
  firstFill,
  searchableFill,
  firstTickets,
  catchingUp,
  wireBytes,
  pullingPages,
  durableSave,
  encryptionCost,
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
  editToColleague,
  drainingOutbox,
  supervisorBoard,
  busyHub,
  farHub,
  dyingHub,
]
