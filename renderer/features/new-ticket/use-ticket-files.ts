import type { ClipboardEvent } from 'react'
import { keepFile } from '../../data/keep-file.ts'
import type { ChangeFiles } from '../../data/keep-file.ts'
import { refusedFile } from '../../data/refused-file.ts'
import { showNotice } from '../../data/toasts.ts'
import { useFileDrop } from '../../lib/use-file-drop.ts'
import type { ComposerFile } from '../../stores/composer-store.ts'

/** Files for a ticket that is being written: by choosing, dragging or pasting. */
export function useTicketFiles(files: readonly ComposerFile[], change: ChangeFiles) {
  const add = (added: readonly File[]): void => {
    for (const [index, file] of added.entries()) {
      const no = refusedFile(file, files.length + index)
      if (no === null) void keepFile(file, change)
      else showNotice(no)
    }
  }
  const { isOver, handlers } = useFileDrop(add)
  const onPaste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    add([...event.clipboardData.files])
  }
  return { isOver, add, handlers: { ...handlers, onPaste } }
}
