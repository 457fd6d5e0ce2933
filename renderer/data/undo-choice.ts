import type { Settings } from '../../shared/contract/settings.ts'
import type { UndoWindow } from '../../shared/domain/undo-windows.ts'
import { CHANNELS } from '../../shared/domain/values.ts'
import type { Channel } from '../../shared/domain/values.ts'
import { hasUndoWindow, undoSeconds } from '../../shared/rules/undo-window.ts'
import type { OwnUndo } from '../../shared/rules/undo-window.ts'
import { settingsStore, useSettings } from '../stores/settings-store.ts'
import { useLiveValue } from './use-live-query.ts'

const ownOf = ({ undoSeconds: seconds, undoByChannel: byChannel }: Settings): OwnUndo => ({
  seconds,
  byChannel,
})

/** What this agent has chosen, as it stands now. */
export const ownUndo = (): OwnUndo => ownOf(settingsStore.getState().settings)

const none: readonly UndoWindow[] = []
/** The team's undo windows; none before they are here. */
export const useUndoWindows = (): readonly UndoWindow[] => useLiveValue('undoWindows.list', {}) ?? none

/** Seconds a reply by this channel rests before it leaves: own choice within the team's limits. */
export function useUndoSeconds(channel: string): number {
  const windows = useUndoWindows()
  return undoSeconds(channel, { own: ownOf(useSettings()), windows })
}

/** Channels something leaves by, in their order. */
export const UNDO_CHANNELS: readonly Channel[] = CHANNELS.filter(hasUndoWindow)
