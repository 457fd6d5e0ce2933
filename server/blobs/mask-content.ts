import { createHash } from 'node:crypto'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { maskContacts } from '../../shared/rules/guests/mask-contacts.ts'
import { isNamedText } from '../../shared/rules/guests/text-file.ts'
import type { OpenBlob } from './blobs.ts'

/** The largest file of words that is masked: it is in memory as a whole. */
export const MASKED_LIMIT_BYTES = 5 * 1024 * 1024
const LOOKED_AT_BYTES = 4_096
/** Characters masked before other work of the process has its turn; up to the end of a line. */
const SLICE = 65_536

type Named = { readonly fileName: string; readonly mediaType: string }

/**
 * A file as guests are given it: of words with the ways to reach anybody masked, all others as they are. Throws `too-large`
 * for words beyond what is masked: those are not given at all.
 */
export async function maskContent(blob: OpenBlob, names: readonly Named[]): Promise<OpenBlob> {
  const { sizeBytes } = blob
  if (sizeBytes === 0) return blob
  const isText = names.some(isNamedText) || looksLikeText(await readPart(blob, LOOKED_AT_BYTES))
  if (!isText) return blob
  if (sizeBytes > MASKED_LIMIT_BYTES)
    throw new AppError(ErrorCode.TooLarge, 'The file is too large to be masked for guests', {
      limitBytes: MASKED_LIMIT_BYTES,
    })
  const masked = await maskBytes(await readPart(blob, sizeBytes))
  return {
    sizeBytes: masked.length,
    maskedSha256: createHash('sha256').update(masked).digest('hex'),
    read: async function* ({ first, last }) {
      yield masked.subarray(first, last + 1)
    },
  }
}

const PDF = [0x25, 0x50, 0x44, 0x46]
const SPACES: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])
const FIRST_PRINTABLE = 0x20
const DELETE = 0x7f

/** Whether bytes from the beginning of a file are words, whatever it calls itself: UTF-8 without signs of a machine. */
function looksLikeText(beginning: Uint8Array): boolean {
  if (PDF.every((byte, at) => beginning[at] === byte)) return false
  if (beginning.some(byte => (byte < FIRST_PRINTABLE && !SPACES.has(byte)) || byte === DELETE)) return false
  try {
    // A sign that the end has cut in two is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: true })
    return true
  } catch {
    return false
  }
}

async function readPart({ sizeBytes, read }: OpenBlob, atMost: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of read({ first: 0, last: Math.min(sizeBytes, atMost) - 1 })) parts.push(part)
  return Buffer.concat(parts)
}

type Encoding = { readonly decode: (bytes: Buffer) => string; readonly encode: (text: string) => Buffer }
const asNode = (name: BufferEncoding): Encoding => ({
  decode: bytes => bytes.toString(name),
  encode: text => Buffer.from(text, name),
})
const UTF_16_BE: Encoding = {
  decode: bytes => swapped(bytes).toString('utf16le'),
  encode: text => swapped(Buffer.from(text, 'utf16le')),
}
/** Pairs of bytes turned around; one that is left over at the end goes. */
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()

/** As it says by its first bytes, else UTF-8; words that are neither are read byte by byte, and written so again. */
function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return asNode('utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF_16_BE
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return asNode('utf8')
  } catch {
    return asNode('latin1')
  }
}

async function maskBytes(bytes: Buffer): Promise<Buffer> {
  const { decode, encode } = encodingOf(bytes)
  const text = decode(bytes)
  const parts: string[] = []
  for (let from = 0; from < text.length;) {
    const lineEnd = text.indexOf('\n', from + SLICE)
    const to = lineEnd === -1 ? text.length : lineEnd + 1
    parts.push(maskContacts(text.slice(from, to)))
    from = to
    await new Promise(resolve => setImmediate(resolve))
  }
  return encode(parts.join(''))
}
