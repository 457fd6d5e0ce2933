import type { Utf8Evidence } from './utf8-evidence.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** Share of zero bytes at one parity from which text without a mark counts as UTF-16. */
const UTF16_SHARE = 0.3

/** Encoding said by a byte order mark; null without one. */
export function encodingOfMark(head: Uint8Array): Encoding | null {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 written without a mark shows as zeros in every second byte. */
function unmarkedUtf16(head: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const half = head.length / 2
  if (half < 2) return null
  if ((zeros[1] ?? 0) / half > UTF16_SHARE && (zeros[0] ?? 0) / half < UTF16_SHARE / 3) return 'utf-16le'
  if ((zeros[0] ?? 0) / half > UTF16_SHARE && (zeros[1] ?? 0) / half < UTF16_SHARE / 3) return 'utf-16be'
  return null
}

/**
 * Decides how a file is to be read. `head` are its first bytes, `evidence` was counted over the whole file.
 * Broken bytes among at least as many whole multi-byte characters are damage in a UTF-8 file; alone they are Windows-1252.
 */
export function detectEncoding(head: Uint8Array, evidence: Utf8Evidence): Encoding {
  const certain = encodingOfMark(head) ?? unmarkedUtf16(head)
  if (certain) return certain
  return evidence.invalid > 0 && evidence.multiByte < evidence.invalid ? 'windows-1252' : 'utf-8'
}

/** Text of a byte stream; a byte order mark is dropped, broken bytes become U+FFFD. */
export async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
