import { useState } from 'react'
import type { DragEvent } from 'react'
import i18next from 'i18next'
import type { DraftMode } from '../../../shared/domain/values.ts'
import { refusedFile } from '../../data/refused-file.ts'
import { act } from '../../data/use-action.ts'
import { showNotice } from '../../data/toasts.ts'
import { makeId } from '../../lib/make-id.ts'
import { readFile } from '../../lib/read-file.ts'
import { patchWriting, writingKey, writingOf } from '../../stores/composer-store.ts'
import type { ComposerFile } from '../../stores/composer-store.ts'
import { saveLater } from './draft-saver.ts'

type Place = { readonly ticketId: string; readonly mode: DraftMode }

function replace(key: string, id: string, change: (file: ComposerFile) => readonly ComposerFile[]): void {
  const files = writingOf(key)?.files ?? []
  patchWriting(key, { files: files.flatMap(file => (file.id === id ? change(file) : [file])) })
}

/** Keeps one file on this laptop, online or not; from then on the draft names it and a restart loses nothing. */
async function keep(place: Place, file: File): Promise<void> {
  const key = writingKey(place.ticketId, place.mode)
  const no = refusedFile(file, writingOf(key)?.files.length ?? 0)
  if (no !== null) return showNotice(no)
  const id = makeId()
  const mediaType = file.type || 'application/octet-stream'
  const fileName = file.name.slice(0, 255) || 'file'
  const known: ComposerFile = { id, fileName, mediaType, sizeBytes: file.size, sha256: null, progress: 0 }
  patchWriting(key, { files: [...(writingOf(key)?.files ?? []), known] })
  const bytes = await readFile(file, progress => replace(key, id, pending => [{ ...pending, progress }]))
  const kept = bytes && (await act('attachments.keep', { fileName, mediaType, bytes }))
  if (!bytes) showNotice(i18next.t('composer.fileUnreadable', { name: fileName }))
  replace(key, id, pending => (kept ? [{ ...pending, ...kept, progress: 1 }] : []))
  patchWriting(key, { isDirty: true })
  saveLater(place)
}

/** Files by dragging, pasting or choosing. */
export function useDropFiles(place: Place) {
  const [isOver, setOver] = useState(false)
  const add = (files: readonly File[]): void => {
    for (const file of files) void keep(place, file)
  }
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return {
    isOver,
    add,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        add([...event.dataTransfer.files])
      },
    },
  }
}
