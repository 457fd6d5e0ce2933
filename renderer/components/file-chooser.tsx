import type { RefObject } from 'react'

type FileChooserProps = {
  /** Clicked to open the system's dialog. */
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onFiles: (files: readonly File[]) => void
}

/** Takes files from the system's dialog; the same file can be chosen again. */
export function FileChooser({ inputRef, onFiles }: FileChooserProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      multiple
      hidden
      onChange={event => {
        onFiles([...(event.currentTarget.files ?? [])])
        event.currentTarget.value = ''
      }}
    />
  )
}
