import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ImportFailure } from './problems.ts'
import { detectEncoding } from './text-encoding.ts'
import type { Encoding } from './text-encoding.ts'
import { countUtf8 } from './utf8-evidence.ts'
import type { Utf8Evidence } from './utf8-evidence.ts'

const HEAD_BYTES = 65_536
/** More zero bytes than this per byte of a file that is not UTF-16: it is no text. */
const BINARY_SHARE = 0.01

export type FileFacts = {
  readonly path: string
  readonly sizeBytes: number
  /** SHA-256 of the content, hex. */
  readonly sha256: string
  readonly encoding: Encoding
  /** The file claims UTF-8 but some bytes are not: rows with them are refused. */
  readonly hasBrokenBytes: boolean
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

async function sizeOf(path: string): Promise<number> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new ImportFailure(`${path} is a folder. Name a file in it.`)
    if (found.size === 0) throw new ImportFailure(`${path} is empty. Was it exported to the end?`)
    return found.size
  } catch (error) {
    if (error instanceof ImportFailure) throw error
    throw new ImportFailure(unreadable(path, error), { cause: error })
  }
}

function unreadable(path: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return `${path} does not exist. Check the name and the folder.`
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be read by this user. Change its permissions or copy it.`
    default:
      return `${path} cannot be read (${codeOf(error) || 'unknown cause'}).`
  }
}

function assertText(path: string, sizeBytes: number, evidence: Utf8Evidence): void {
  if (evidence.nuls / sizeBytes <= BINARY_SHARE) return
  throw new ImportFailure(
    `${path} is not text (${evidence.nuls} zero bytes). Unpack or export it as CSV, JSON or mbox.`,
  )
}

/**
 * Reads the file once, in constant memory: its size, hash and encoding.
 * Throws ImportFailure for what is missing, empty, a folder, unreadable or not text. `isMail` skips the question of
 * encoding: mails name their own.
 */
export async function inspectFile(path: string, isMail: boolean): Promise<FileFacts> {
  const sizeBytes = await sizeOf(path)
  const hash = createHash('sha256')
  const counter = countUtf8()
  let head: Uint8Array = new Uint8Array()
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (head.length === 0) head = chunk.subarray(0, HEAD_BYTES)
      hash.update(chunk)
      if (!isMail) counter.add(chunk)
    }
  } catch (error) {
    throw new ImportFailure(unreadable(path, error), { cause: error })
  }
  const evidence = counter.end()
  const encoding = detectEncoding(head, evidence)
  if (!encoding.startsWith('utf-16')) assertText(path, sizeBytes, evidence)
  return {
    path,
    sizeBytes,
    sha256: hash.digest('hex'),
    encoding,
    hasBrokenBytes: encoding === 'utf-8' && evidence.invalid > 0,
  }
}
