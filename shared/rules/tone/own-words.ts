import type { ToneEntry } from './tone-words.ts'

/** Between a word and what to write in its place: "RMA = return". */
const BETWEEN = /\s*(?:=|→|->)\s*/u

/** What a team has written down for itself, line by line. A line without anything better still names its word. */
export function ownToneWords(lines: readonly string[]): readonly (Omit<ToneEntry, 'better'> & {
  readonly better: string | null
})[] {
  return lines.flatMap(line => {
    const [words = '', ...better] = line.trim().split(BETWEEN)
    const said = words.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim()
    return said === '' ? [] : [{ words: said, better: better.join(' = ').trim() || null }]
  })
}
