import { useEffect } from 'react'
import type { DraftMode } from '../../../shared/domain/values.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import {
  blankWriting,
  patchWriting,
  setWriting,
  useComposer,
  writingKey,
  writingOf,
} from '../../stores/composer-store.ts'
import type { Writing } from '../../stores/composer-store.ts'
import { saveLater, saveSoon } from './draft-saver.ts'

export type WritingAccess = {
  readonly key: string
  /** Null until the drafts of this ticket are known: typing before that could open a second one. */
  readonly writing: Writing | null
  readonly change: (part: Pick<Partial<Writing>, 'body' | 'to' | 'cc' | 'files'>) => void
}

/** What is being written here, taken up where this laptop left it, saved a moment after every pause. */
export function useWriting(ticketId: string, mode: DraftMode): WritingAccess {
  const key = writingKey(ticketId, mode)
  const writing = useComposer(state => state.writings[key]) ?? null
  const drafts = useLiveQuery('drafts.list', writing === null ? { ticketId } : null)
  useEffect(() => {
    if (writingOf(key) !== null || drafts.state === 'loading') return
    const own =
      drafts.state === 'ready' ? drafts.value.find(draft => draft.isHere && draft.mode === mode) : undefined
    if (!own) return setWriting(key, blankWriting())
    const { id: draftId, body, to, cc, updatedAtMs } = own
    const files = own.files ?? []
    setWriting(key, { ...blankWriting(), draftId, body, to, cc, files, savedAtMs: updatedAtMs })
  }, [key, mode, drafts])
  // Leaving the ticket or the window does not wait for the pause.
  useEffect(() => {
    const flush = (): void => saveSoon({ ticketId, mode })
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [ticketId, mode])
  return {
    key,
    writing,
    change: part => {
      patchWriting(key, { ...part, isDirty: true })
      saveLater({ ticketId, mode })
    },
  }
}
