import type { Arrivals, Reminder } from '../../../shared/contract/alerts.ts'
import type { AskedCommand } from '../../../shared/contract/commands.ts'
import type { NotificationSettings } from '../../../shared/contract/settings.ts'
import { counted } from '../speech.ts'
import type { Texts } from '../speech.ts'
import { alertOfArrival, alertOfReminder, isWanted, keyOf, showing } from './alert.ts'
import type { Alert } from './alert.ts'
import { mannerOf } from './manner.ts'
import type { Manner } from './manner.ts'
import { isQuiet } from './quiet-hours.ts'
import { privateWords, wordsOf } from './words.ts'
import type { Words } from './words.ts'

export type Notice = Words & Manner & { readonly isSilent: boolean }
export type ShownNotice = { readonly close: () => void }
/** The system's notifications. */
export type NoticePort = (
  notice: Notice,
  on: { readonly clicked: () => void; readonly gone: () => void },
) => ShownNotice

export type NotifierDeps = {
  readonly show: NoticePort
  readonly settings: () => NotificationSettings
  readonly texts: () => Texts['alert']
  /** Local time now: 0 to 1439. */
  readonly minuteOfDay: () => number
  /** A moment of the past as people say it, for example "09:10". */
  readonly timeText: (atMs: number) => string
  /** The ticket the agent looks at right now. */
  readonly ticketInFront: () => string | null
  /** Brings the window to the front and asks it. */
  readonly act: (command: AskedCommand) => void
  /** The number of notices on the screen is another one. */
  readonly changed: () => void
}

/** More at once are told as one. */
const MOST_AT_ONCE = 3
const SEVERAL = 'several'
const CATCH_UP = 'catch-up'

type Open = {
  readonly shown: ShownNotice
  /** Tells a notice from its successor of the same key, whose goodbye comes later. */
  readonly token: object
  readonly count: number
  readonly ticketId: string | null
}

/** Decides what is told through the system, and how: grouped by ticket, never about what is being looked at. */
export class Notifier {
  readonly #deps: NotifierDeps
  readonly #open = new Map<string, Open>()

  constructor(deps: NotifierDeps) {
    this.#deps = deps
  }

  /** Notices that stand on the screen or in the system's list. */
  get count(): number {
    return this.#open.size
  }

  takeArrivals({ arrivals, catchUp }: Arrivals): void {
    if (catchUp) this.#tellCatchUp(catchUp)
    this.#tell(arrivals.map(alertOfArrival))
  }

  takeReminders(reminders: readonly Reminder[]): void {
    this.#tell(reminders.map(alertOfReminder))
  }

  /** The agent looks at the ticket: what was told about it has done its work. */
  seen(ticketId: string): void {
    const keys = [...this.#open].filter(([, open]) => open.ticketId === ticketId).map(([key]) => key)
    for (const key of keys) this.#close(key)
  }

  clear(): void {
    for (const key of this.#open.keys()) this.#close(key)
  }

  #isQuiet(): boolean {
    return isQuiet(this.#deps.settings().quietHours, this.#deps.minuteOfDay())
  }

  #tell(alerts: readonly Alert[]): void {
    if (this.#isQuiet()) return
    const settings = this.#deps.settings()
    const front = this.#deps.ticketInFront()
    const wanted = alerts.filter(
      alert => isWanted(alert, settings) && (front === null || alert.ticketId !== front),
    )
    const groups = groupByKey(wanted)
    if (groups.size > MOST_AT_ONCE) return this.#tellSeveral(wanted)
    for (const [key, group] of groups) this.#tellGroup(key, group)
  }

  #tellGroup(key: string, group: readonly Alert[]): void {
    const alert = group.at(-1)
    if (!alert) return
    const count = (this.#open.get(key)?.count ?? 0) + group.length
    const texts = this.#deps.texts()
    const words = this.#deps.settings().isPrivate
      ? privateWords(alert.kind, texts)
      : wordsOf(alert, count, texts)
    const open = { count, ticketId: alert.ticketId }
    this.#show(key, { ...words, ...mannerOf(alert.kind) }, { ...open, command: showing(alert) })
  }

  #tellSeveral(alerts: readonly Alert[]): void {
    const texts = this.#deps.texts()
    const tickets = new Set(alerts.map(({ ticketId, customerId }) => ticketId ?? customerId)).size
    const count = (this.#open.get(SEVERAL)?.count ?? 0) + alerts.length
    const isUrgent = alerts.some(({ kind }) => kind === 'sla-breach')
    const words = { title: counted(texts.several, count), body: counted(texts.severalBody, tickets) }
    const manner = mannerOf(isUrgent ? 'sla-breach' : 'message')
    this.#show(SEVERAL, { ...words, ...manner }, { count, ticketId: null, command: { id: 'view.mine' } })
  }

  #tellCatchUp({ count, sinceMs }: NonNullable<Arrivals['catchUp']>): void {
    if (this.#isQuiet()) return
    const texts = this.#deps.texts()
    const title = counted(texts.catchUp, count, { time: this.#deps.timeText(sinceMs) })
    const notice = { title, body: texts.catchUpBody, urgency: 'low', sound: null } as const
    this.#show(CATCH_UP, notice, { count, ticketId: null, command: { id: 'view.mine' } })
  }

  #show(
    key: string,
    notice: Words & Manner,
    { command, ...facts }: Omit<Open, 'shown' | 'token'> & { readonly command: AskedCommand },
  ): void {
    const { show, settings, act } = this.#deps
    const before = this.#open.get(key)
    this.#open.delete(key)
    before?.shown.close()
    const isSilent = !settings().sound || notice.sound === null
    const token = {}
    const shown = show(
      { ...notice, isSilent },
      {
        clicked: () => {
          this.#close(key)
          act(command)
        },
        gone: () => this.#forget(key, token),
      },
    )
    this.#open.set(key, { ...facts, shown, token })
    this.#deps.changed()
  }

  #forget(key: string, token: object): void {
    if (this.#open.get(key)?.token !== token) return
    this.#open.delete(key)
    this.#deps.changed()
  }

  #close(key: string): void {
    const open = this.#open.get(key)
    if (!open) return
    this.#open.delete(key)
    open.shown.close()
    this.#deps.changed()
  }
}

function groupByKey(alerts: readonly Alert[]): ReadonlyMap<string, readonly Alert[]> {
  const groups = new Map<string, Alert[]>()
  for (const alert of alerts) groups.set(keyOf(alert), [...(groups.get(keyOf(alert)) ?? []), alert])
  return groups
}
