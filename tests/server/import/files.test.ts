import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspectFile } from '../../../server/import/inspect-file.ts'
import { textProblem } from '../../../server/import/row-texts.ts'
import { decode } from '../../../server/import/text-encoding.ts'
import { collect } from './support/collect.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-files-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function written(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function readAs(path: string): Promise<{ encoding: string; text: string }> {
  const { encoding } = await inspectFile(path, false)
  const bytes = createReadStream(path, { highWaterMark: 3 }) as AsyncIterable<Buffer>
  return { encoding, text: (await collect(decode(bytes, encoding))).join('') }
}

const TEXT = 'text,category\nÜber 5 € für Łódź, 東京,ça\n'
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['UTF-16 little endian with a mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 big endian with a mark', utf16be(`\uFEFF${TEXT}`), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
  ])('%s is recognised and read whole', async (name, bytes, encoding) => {
    expect(await readAs(await written(`${name}.csv`, bytes))).toEqual({ encoding, text: TEXT })
  })

  test('Windows-1252 is recognised by bytes that are not UTF-8', async () => {
    const bytes = Buffer.from('text\nGr\xfc\xdfe aus K\xf6ln, 5 \x80\n', 'latin1')
    expect(await readAs(await written('latin.csv', bytes))).toEqual({
      encoding: 'windows-1252',
      text: 'text\nGrüße aus Köln, 5 €\n',
    })
  })

  test('a UTF-8 file with a few broken bytes stays UTF-8, and the rows with them are refused', async () => {
    const bytes = Buffer.concat([
      Buffer.from('text\nGrüße über Köln\n'),
      Buffer.from([0xff]),
      Buffer.from(' broken\n'),
    ])
    const facts = await inspectFile(await written('damaged.csv', bytes), false)

    expect(facts).toMatchObject({ encoding: 'utf-8', hasBrokenBytes: true })
    expect(textProblem({ text: '\uFFFD broken' }, '\uFFFD broken', true)).toMatchObject({ code: 'encoding' })
    expect(textProblem({ text: 'Grüße' }, 'Grüße', true)).toBeNull()
  })
})

describe('texts no database keeps', () => {
  test('are refused with the column they are in', () => {
    expect(textProblem({ a: 'fine', b: { c: ['x', 'nul \0 here'] } }, '', false)).toMatchObject({
      code: 'nul',
      column: 'b.c.1',
    })
    expect(textProblem({ text: 'half \uD83D' }, '', false)).toMatchObject({
      code: 'encoding',
      column: 'text',
    })
    expect(textProblem({ text: 'whole 😀' }, '', false)).toBeNull()
  })
})

describe('files that cannot be used say why', () => {
  test.each([
    ['missing', () => Promise.resolve(join(folder, 'nowhere.csv')), /does not exist/],
    ['a folder', () => mkdir(join(folder, 'sub')).then(() => join(folder, 'sub')), /is a folder/],
    ['empty', () => written('empty.csv', ''), /is empty/],
    ['binary', () => written('photo.csv', Buffer.alloc(5_000)), /is not text/],
  ])('%s', async (_name, make, reason) => {
    await expect(inspectFile(await make(), false)).rejects.toThrow(reason)
  })
})
