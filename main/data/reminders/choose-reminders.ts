import type { DueReminder } from '../queries/due-reminders.ts'

const MINUTE_MS = 60_000
/** Later than this a reminder comes from before a sleep or a restart: what is here may be out of date. */
export const LATE_MS = 2 * MINUTE_MS
/** Nobody wants to hear of what was due in another fortnight. */
const FORGOTTEN_MS = 14 * 24 * 60 * MINUTE_MS

export type Choice = {
  readonly give: readonly DueReminder[]
  /** Not given, and never to be: overtaken by what they warned of, or too old. */
  readonly drop: readonly DueReminder[]
  /** Late ones that wait until this laptop has heard from the hub. */
  readonly isHolding: boolean
}

export type ChoiceInput = {
  /** Due by now and not given, oldest first. */
  readonly due: readonly DueReminder[]
  readonly nowMs: number
  /** When this device began to give reminders. */
  readonly begunAtMs: number
  /** What is here is as new as it can be. */
  readonly isCaughtUp: boolean
}

/**
 * Which reminders are given now. After a sleep each is given once, but first the laptop hears what happened meanwhile,
 * so that nobody is alarmed about what a colleague has done. A warning about what is late by now is left out.
 */
export function chooseReminders({ due, nowMs, begunAtMs, isCaughtUp }: ChoiceInput): Choice {
  const overtaken = new Set(
    due.filter(({ kind }) => kind === 'sla-breach').map(({ id }) => id.replace('sla-breach', 'sla-warning')),
  )
  const isOld = ({ atMs }: DueReminder): boolean => atMs < begunAtMs || atMs < nowMs - FORGOTTEN_MS
  const isHeld = ({ atMs }: DueReminder): boolean => !isCaughtUp && nowMs - atMs > LATE_MS
  const drop = due.filter(each => isOld(each) || overtaken.has(each.id))
  const wanted = due.filter(each => !drop.includes(each))
  return { give: wanted.filter(each => !isHeld(each)), drop, isHolding: wanted.some(isHeld) }
}
