import { StringDecoder } from 'node:string_decoder'

/** A line of a file, or that it was too long to keep. */
export type Line = { readonly number: number; readonly text: string | null }

/** Characters of a line that are kept in memory at most. */
export const LONGEST_LINE = 32 * 1024 * 1024

type Building = { number: number; parts: string[]; length: number }

const finished = ({ number, parts, length }: Building, longest: number): Line => ({
  number,
  text: length > longest ? null : parts.join('').replace(/\r$/, ''),
})

/**
 * Lines of a stream of UTF-8, one after the other: memory holds one line, and of a longer one than `longest` nothing.
 * Lines end with LF or CRLF; the last may end with nothing.
 */
export async function* readLines(
  input: AsyncIterable<Buffer>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8')
  let line: Building = { number: 1, parts: [], length: 0 }
  const add = (text: string): void => {
    line.length += text.length
    if (line.length > longest) line.parts = []
    else line.parts.push(text)
  }
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.write(chunk).split('\n')
    add(first)
    for (const text of others) {
      yield finished(line, longest)
      line = { number: line.number + 1, parts: [], length: 0 }
      add(text)
    }
  }
  add(decoder.end())
  if (line.length > 0) yield finished(line, longest)
}
