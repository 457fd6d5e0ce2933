import { useState } from 'react'
import type { DragEvent } from 'react'
import { act } from '../../data/use-action.ts'
import { showFailure } from '../../data/toasts.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { makeId } from '../../lib/make-id.ts'
import { patchWriting, writingOf } from '../../stores/composer-store.ts'
import type { ComposerFile } from '../../stores/composer-store.ts'

const LARGEST = 25 * 1_048_576

function replace(key: string, id: string, change: (file: ComposerFile) => readonly ComposerFile[]): void {
  const files = writingOf(key)?.files ?? []
  patchWriting(key, { files: files.flatMap(file => (file.id === id ? change(file) : [file])) })
}

/** Keeps one file on this laptop; it is named by the message later. */
async function keep(key: string, file: File): Promise<void> {
  if (file.size > LARGEST) return showFailure(new AppError(ErrorCode.TooLarge, 'File too large'))
  const id = makeId()
  const mediaType = file.type || 'application/octet-stream'
  const known = {
    id,
    fileName: file.name.slice(0, 255) || 'file',
    mediaType,
    sizeBytes: file.size,
    sha256: null,
  }
  patchWriting(key, { files: [...(writingOf(key)?.files ?? []), known] })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kept = await act('attachments.keep', { fileName: known.fileName, mediaType, bytes })
  replace(key, id, pending => (kept === null ? [] : [{ ...pending, ...kept }]))
}

/** Files by dragging, pasting or choosing. */
export function useDropFiles(key: string) {
  const [isOver, setOver] = useState(false)
  const add = (files: readonly File[]): void => {
    for (const file of files) void keep(key, file)
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
