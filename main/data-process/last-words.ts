import type { Readable } from 'node:stream'

const KEPT_CHARACTERS = 2000

/** Keeps the end of a process's error output, and keeps its pipe from filling up. */
export function lastWordsOf(stream: Readable | null): () => string {
  let kept = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    kept = (kept + text).slice(-KEPT_CHARACTERS)
  })
  return () => kept
}
