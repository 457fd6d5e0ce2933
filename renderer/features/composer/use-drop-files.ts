import type { DraftMode } from '../../../shared/domain/values.ts'
import { keepFile } from '../../data/keep-file.ts'
import { refusedFile } from '../../data/refused-file.ts'
import { showNotice } from '../../data/toasts.ts'
import { useFileDrop } from '../../lib/use-file-drop.ts'
import { patchWriting, writingKey, writingOf } from '../../stores/composer-store.ts'
import { saveLater } from './draft-saver.ts'

type Place = { readonly ticketId: string; readonly mode: DraftMode }

/** Keeps one file; from then on the draft names it and a restart loses nothing. */
async function keep(place: Place, file: File): Promise<void> {
  const key = writingKey(place.ticketId, place.mode)
  const no = refusedFile(file, writingOf(key)?.files.length ?? 0)
  if (no !== null) return showNotice(no)
  await keepFile(file, change => patchWriting(key, { files: change(writingOf(key)?.files ?? []) }))
  patchWriting(key, { isDirty: true })
  saveLater(place)
}

/** Files by dragging, pasting or choosing. */
export function useDropFiles(place: Place) {
  const add = (files: readonly File[]): void => {
    for (const file of files) void keep(place, file)
  }
  return { ...useFileDrop(add), add }
}
