import { foldText } from '../fold-text.ts'

/** Of a line so much is looked through and shown: a dump without line ends is no reason to stand still. */
export const LONGEST_LINE = 20_000

/** A log as lines, whatever ends them. The last line end begins no line of its own. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/u)
  return lines.length > 1 && lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/** Places of the lines from `from` to before `end` that hold the words, case and accents aside. */
export function findLines(
  lines: readonly string[],
  words: string,
  { from, end }: { readonly from: number; readonly end: number },
): readonly number[] {
  const wanted = foldText(words)
  if (wanted === '') return []
  const found: number[] = []
  for (let index = from; index < Math.min(end, lines.length); index += 1) {
    const line = lines[index] ?? ''
    if (foldText(line.slice(0, LONGEST_LINE)).includes(wanted)) found.push(index)
  }
  return found
}

export type LinePart = { readonly text: string; readonly isHit: boolean }

/** A line cut where the words stand, to be marked; whole where folding has changed its length. The parts joined are the line. */
export function markLine(line: string, words: string): readonly LinePart[] {
  const wanted = foldText(words)
  const folded = foldText(line)
  if (wanted === '' || folded.length !== line.length) return [{ text: line, isHit: false }]
  const parts: LinePart[] = []
  let at = 0
  for (;;) {
    const hit = folded.indexOf(wanted, at)
    if (hit < 0) break
    if (hit > at) parts.push({ text: line.slice(at, hit), isHit: false })
    parts.push({ text: line.slice(hit, hit + wanted.length), isHit: true })
    at = hit + wanted.length
  }
  if (at < line.length || parts.length === 0) parts.push({ text: line.slice(at), isHit: false })
  return parts
}
