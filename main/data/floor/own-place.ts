import type { Clock } from '../../../shared/clock.ts'
import type { LiveClientFrame } from '../../../shared/protocol/pull.ts'

export type Doing = 'viewing' | 'typing'
type Place = { readonly ticketId: string; readonly doing: Doing }

export type OwnPlace = {
  readonly set: (ticketId: string | null, doing: Doing) => void
  readonly onUp: (isUp: boolean) => void
  readonly stop: () => void
}

/** Paging through tickets is no looking at them. */
const SETTLED_MS = 800
/** The hub forgets a place after two and a half of these. */
const REPEAT_MS = 60_000

/** Tells where this agent is, over the live connection; nothing without it. */
export function createOwnPlace(clock: Clock, send: (frame: LiveClientFrame) => void): OwnPlace {
  let place: Place | null = null
  let wasSent = false
  let isUp = false
  let cancel = clock.after(REPEAT_MS, sendPlace)

  function sendPlace(): void {
    cancel()
    if (isUp && (place !== null || wasSent)) {
      send({ kind: 'viewing', ticketId: place?.ticketId ?? null, doing: place?.doing ?? 'viewing' })
      wasSent = place !== null
    }
    cancel = clock.after(REPEAT_MS, sendPlace)
  }

  return {
    set: (ticketId, doing) => {
      const isSameTicket = place?.ticketId === ticketId
      if (isSameTicket && place?.doing === doing) return
      place = ticketId === null ? null : { ticketId, doing }
      cancel()
      if (isSameTicket || doing === 'typing') sendPlace()
      else cancel = clock.after(SETTLED_MS, sendPlace)
    },
    onUp: up => {
      isUp = up
      wasSent = false
      if (up) sendPlace()
    },
    stop: () => cancel(),
  }
}
