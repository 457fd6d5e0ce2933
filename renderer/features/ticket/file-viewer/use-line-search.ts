import { useEffect, useState } from 'react'
import { findLines } from '../../../../shared/rules/redaction/find-lines.ts'

/** Lines looked through before others may act: a long log never holds the window up. */
const SLICE = 20_000

export type LineSearch = { readonly found: readonly number[]; readonly isSearching: boolean }

/** Places of the lines that hold the words; grows while a long text is still looked through. */
export function useLineSearch(lines: readonly string[], words: string): LineSearch {
  const [search, setSearch] = useState<LineSearch>({ found: [], isSearching: false })
  useEffect(() => {
    if (words.trim() === '') {
      setSearch({ found: [], isSearching: false })
      return undefined
    }
    let timer = 0
    const found: number[] = []
    const look = (from: number): void => {
      const end = from + SLICE
      found.push(...findLines(lines, words.trim(), { from, end }))
      const isSearching = end < lines.length
      setSearch({ found: [...found], isSearching })
      if (isSearching) timer = window.setTimeout(() => look(end))
    }
    timer = window.setTimeout(() => look(0))
    return () => window.clearTimeout(timer)
  }, [lines, words])
  return search
}
