import { useState } from 'react'
import type { ClipboardEvent, DragEvent } from 'react'
import { act } from '../../data/use-action.ts'
import { refusedFile } from '../../data/refused-file.ts'
import { showNotice } from '../../data/toasts.ts'
import { makeId } from '../../lib/make-id.ts'
import { readFile } from '../../lib/read-file.ts'
import type { ComposerFile } from '../../stores/composer-store.ts'
import i18next from 'i18next'

type Change = (change: (files: readonly ComposerFile[]) => readonly ComposerFile[]) => void

/** Keeps one file on this laptop, online or not; the form names it until the ticket does. */
async function keep(file: File, change: Change): Promise<void> {
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

/** Files for a ticket that is being written: by choosing, dragging or pasting. */
export function useTicketFiles(files: readonly ComposerFile[], change: Change) {
  const [isOver, setOver] = useState(false)
  const add = (added: readonly File[]): void => {
    for (const [index, file] of added.entries()) {
      const no = refusedFile(file, files.length + index)
      if (no === null) void keep(file, change)
      else showNotice(no)
    }
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
      onPaste: (event: ClipboardEvent) => {
        if (event.clipboardData.files.length === 0) return
        event.preventDefault()
        add([...event.clipboardData.files])
      },
    },
  }
}
