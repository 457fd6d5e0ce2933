import { z } from 'zod'
import type { Arrivals } from '../../../shared/contract/alerts.ts'
import type { StoreFile } from '../store-file.ts'

const Kept = z.record(z.string(), z.array(z.string()))
/** Places that are signed out of for ever leave a few ids behind; no file grows beyond this. */
const MOST = 500

/**
 * Tickets with news for this agent that no window has shown yet, for the number on the app's icon. Their ids are kept
 * by place: what came before a restart is as unread after it.
 */
export class UnreadTickets {
  readonly #file: StoreFile
  readonly #changed: (count: number) => void
  #placeId: string | null = null
  #tickets = new Set<string>()

  constructor(file: StoreFile, changed: (count: number) => void) {
    this.#file = file
    this.#changed = changed
  }

  /** Another place is open, or null: none. */
  show(placeId: string | null): void {
    if (placeId === this.#placeId) return
    this.#placeId = placeId
    this.#tickets = new Set(placeId === null ? [] : this.#read()[placeId])
    this.#changed(this.#tickets.size)
  }

  take({ arrivals, catchUp }: Arrivals, inFront: string | null): void {
    const before = this.#tickets.size
    const ids = [...arrivals.map(({ ticketId }) => ticketId), ...(catchUp?.ticketIds ?? [])]
    for (const id of ids) if (id !== null && id !== inFront) this.#tickets.add(id)
    if (this.#tickets.size !== before) this.#keep()
  }

  seen(ticketId: string): void {
    if (this.#tickets.delete(ticketId)) this.#keep()
  }

  #keep(): void {
    const ids = [...this.#tickets].slice(-MOST)
    if (this.#placeId !== null) this.#file.write({ ...this.#read(), [this.#placeId]: ids })
    this.#changed(this.#tickets.size)
  }

  #read(): z.infer<typeof Kept> {
    return Kept.safeParse(this.#file.read()).data ?? {}
  }
}
