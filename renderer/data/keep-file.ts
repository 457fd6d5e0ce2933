import i18next from 'i18next'
import { makeId } from '../lib/make-id.ts'
import { readFile } from '../lib/read-file.ts'
import type { ComposerFile } from '../stores/composer-store.ts'
import { showNotice } from './toasts.ts'
import { act } from './use-action.ts'

export type ChangeFiles = (change: (files: readonly ComposerFile[]) => readonly ComposerFile[]) => void

/** Keeps one file on this laptop, online or not, and shows how far it is; one that cannot be kept goes from the list again. */
export async function keepFile(file: File, change: ChangeFiles): Promise<void> {
  const id = makeId()
  const mediaType = file.type || 'application/octet-stream'
  const fileName = file.name.slice(0, 255) || 'file'
  const known: ComposerFile = { id, fileName, mediaType, sizeBytes: file.size, sha256: null, progress: 0 }
  change(files => [...files, known])
  const patch = (fields: Partial<ComposerFile>): void =>
    change(files => files.map(each => (each.id === id ? { ...each, ...fields } : each)))
  const bytes = await readFile(file, progress => patch({ progress }))
  const kept = bytes && (await act('attachments.keep', { fileName, mediaType, bytes }))
  if (!bytes) showNotice(i18next.t('composer.fileUnreadable', { name: fileName }))
  if (kept) patch({ ...kept, progress: 1 })
  else change(files => files.filter(each => each.id !== id))
}
