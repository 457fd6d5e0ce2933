let insert: ((text: string) => void) | null = null

/** The reply on the screen says how to put words at its cursor; the returned function forgets it. */
export function registerInsert(put: (text: string) => void): () => void {
  insert = put
  return () => {
    if (insert === put) insert = null
  }
}

/** Puts words at the cursor of the reply on the screen; false when none is there. */
export function insertText(text: string): boolean {
  insert?.(text)
  return insert !== null
}
