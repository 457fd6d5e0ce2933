import i18next from 'i18next'
import { act } from '../../../data/use-action.ts'
import { showNotice } from '../../../data/toasts.ts'
import { makeId } from '../../../lib/make-id.ts'
import type { ShownFile } from '../file-viewer.tsx'

export type Copy = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** Ending of the name where the copy is of another kind than the file. */
  readonly ending?: string
}

const LONGEST_NAME = 200

/** "till.log" becomes "till-redacted.log". */
export function copyName(name: string, ending?: string): string {
  const dot = name.lastIndexOf('.')
  const [stem, own] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  return `${stem.slice(0, LONGEST_NAME)}-redacted${ending ?? own}`
}

/** Keeps a copy with an internal note; the file itself is not touched. Works offline: the copy leaves with the note. */
export async function keepCopy(file: ShownFile, { bytes, mediaType, ending }: Copy): Promise<boolean> {
  const fileName = copyName(file.name, ending)
  const kept = await act('attachments.keep', { fileName, mediaType, bytes })
  if (!kept) return false
  const taken = await act('note.add', {
    noteId: makeId(),
    ticketId: file.ticketId,
    threadId: null,
    body: i18next.t('viewer.note', { name: file.name }),
    attachments: [{ id: makeId(), fileName, mediaType, ...kept, contentId: null }],
  })
  if (taken) showNotice(i18next.t('viewer.saved'))
  return taken !== null
}
