import type { UndoWindow } from '../domain/undo-windows.ts'
import type { Channel } from '../domain/values.ts'

/** Longer than this nothing rests: the customer waits too. */
export const MOST_UNDO_SECONDS = 60

/** Channels that are a conversation: a wait would be felt. */
const LIVE: ReadonlySet<string> = new Set(['chat', 'in-app'])
/** Nothing leaves by these: they record what was said. */
const RECORDED: ReadonlySet<string> = new Set(['phone', 'walk-in', 'import'])

/** Channels something leaves by, and so could be taken back. */
export const hasUndoWindow = (channel: string): boolean => !RECORDED.has(channel)

/** What holds for everybody, and how far an agent may go from it. Seconds. */
export type UndoLimits = Pick<UndoWindow, 'seconds' | 'least' | 'most'>
/** What an agent has chosen. */
export type OwnUndo = {
  /** For all channels but those that are a conversation; null: as the team has it. */
  readonly seconds: number | null
  readonly byChannel: { readonly [Name in Channel]?: number }
}
export const NO_OWN_UNDO: OwnUndo = { seconds: null, byChannel: {} }

const UNLESS_SET: UndoLimits = { seconds: 10, least: 0, most: MOST_UNDO_SECONDS }
const UNLESS_SET_LIVE: UndoLimits = { seconds: 0, least: 0, most: MOST_UNDO_SECONDS }

type Windows = readonly Pick<UndoWindow, 'channel' | 'seconds' | 'least' | 'most'>[]

/** The team's limits for a channel, whatever a row of a newer hub holds. */
export function limitsFor(channel: string, windows: Windows): UndoLimits {
  const set = windows.find(window => window.channel === channel)
  if (!set) return LIVE.has(channel) ? UNLESS_SET_LIVE : UNLESS_SET
  const within = (value: number): number => Math.min(MOST_UNDO_SECONDS, Math.max(0, Math.round(value)))
  const least = within(set.least)
  const most = Math.max(least, within(set.most))
  return { least, most, seconds: Math.min(most, Math.max(least, within(set.seconds))) }
}

/** What the agent has chosen for a channel; null: as the team has it. */
export const ownFor = (channel: string, { seconds, byChannel }: OwnUndo): number | null =>
  byChannel[channel as Channel] ?? (LIVE.has(channel) ? null : seconds)

export type UndoChoice = { readonly own: OwnUndo; readonly windows: Windows }

/** Seconds a reply rests on this laptop: the agent's own choice within the team's limits; 0 where nothing leaves. */
export function undoSeconds(channel: string, { own, windows }: UndoChoice): number {
  if (!hasUndoWindow(channel)) return 0
  const { seconds, least, most } = limitsFor(channel, windows)
  return Math.min(most, Math.max(least, Math.round(ownFor(channel, own) ?? seconds)))
}

/** The same in ms. */
export const undoWindowMs = (channel: string, choice: UndoChoice): number =>
  undoSeconds(channel, choice) * 1_000
