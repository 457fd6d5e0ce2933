let insert: ((words: string) => void) | null = null

/** The composer on the screen, reply or note, says how words go in at its cursor; the returned function forgets it. */
export function registerCursor(take: (words: string) => void): () => void {
  insert = take
  return () => {
    if (insert === take) insert = null
  }
}

/** Puts words in at the cursor; false when nobody is writing anything. */
export function insertAtCursor(words: string): boolean {
  insert?.(words)
  return insert !== null
}
