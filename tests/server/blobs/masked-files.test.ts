import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { MASKED_LIMIT_BYTES } from '../../../server/blobs/mask-content.ts'
import { stageRows } from '../../../server/sync/admin.ts'
import { BLOB_CHUNK_BYTES, MASKED_HEADER } from '../../../shared/protocol/version.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { anAttachment, freshId } from '../../support/builders.ts'
import { fileHub } from '../../support/file-hub.ts'
import type { SignedInAs } from '../../support/hub.ts'
import { addGuest } from '../../support/hub.ts'
import { addCase } from '../../support/hub-work.ts'

// What lies in files, as a guest and as a colleague are given it.

const hub = fileHub()
let gus: SignedInAs
let lena: SignedInAs
beforeAll(async () => {
  await addGuest(hub)
  gus = await hub.signIn('gus')
  lena = await hub.signIn('lena')
})

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
type Named = { readonly fileName: string; readonly mediaType: string }

/** A file on a ticket of the guest's team; answers where it is. */
async function attach(content: Buffer, named: Named): Promise<string> {
  const { customer, ticket } = await addCase(hub, { teamId: hub.teamIds.orders })
  const sha256 = sha256Of(content)
  const url = `${hub.url}${routes.blob.replace(':sha256', sha256)}?customerId=${customer.id}`
  for (let at = 0; at < content.length; at += BLOB_CHUNK_BYTES) {
    const headers = {
      ...lena.headers,
      'upload-offset': String(at),
      'upload-length': String(content.length),
      'content-type': 'application/octet-stream',
    }
    const body = new Uint8Array(content.subarray(at, at + BLOB_CHUNK_BYTES))
    expect((await fetch(url, { method: 'PATCH', headers, body })).status).toBe(200)
  }
  const place = { ticketId: ticket.id, customerId: customer.id }
  const row = anAttachment({ ...place, id: freshId(), ...named, sizeBytes: content.length, sha256 })
  await stageRows(hub.deps, hub.workspaceId, [[{ table: 'attachments', row }]])
  return url
}

async function given(who: SignedInAs, url: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url, { headers: { ...who.headers, ...headers } })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, bytes, masked: answer.headers.get(MASKED_HEADER) }
}

const LINE = 'Mail ana.ruiz@reach.example or call +34 600 123 456 - señora Ruiz\n'
const SHOWN = 'Mail a***@reach.example or call ***56 - señora Ruiz\n'
const plain = (fileName: string, mediaType = 'application/octet-stream'): Named => ({ fileName, mediaType })
/** With the first signs, which say how the others are written. */
const bothAs = (encoding: BufferEncoding, first = ''): readonly [Buffer, Buffer] => [
  Buffer.from(first + LINE, encoding),
  Buffer.from(first + SHOWN, encoding),
]
const utf16be = (text: string): Buffer => Buffer.from(`\u{FEFF}${text}`, 'utf16le').swap16()

describe('words are masked for a guest, and nobody else', () => {
  test.each<readonly [string, readonly [Buffer, Buffer], Named]>([
    ['a log', bothAs('utf8'), plain('till.log')],
    ['by its type', bothAs('utf8'), plain('till', 'text/plain; charset=utf-8')],
    [
      'JSON',
      [Buffer.from('{"to":"ana.ruiz@reach.example"}'), Buffer.from('{"to":"a***@reach.example"}')],
      plain('export.json', 'application/json'),
    ],
    ['words that call themselves a picture', bothAs('utf8'), plain('a.png', 'image/png')],
    ['UTF-16', bothAs('utf16le', '\u{FEFF}'), plain('a.csv')],
    ['UTF-16, the other way', [utf16be(LINE), utf16be(SHOWN)], plain('b.csv')],
    ['an older set of signs', bothAs('latin1'), plain('c.txt')],
  ])('%s', async (_what, [content, shown], named) => {
    const url = await attach(content, named)
    const toGuest = await given(gus, url)
    expect(toGuest.bytes.equals(shown)).toBe(true)
    expect(toGuest.masked).toBe(sha256Of(shown))
    const toColleague = await given(lena, url)
    expect(toColleague.bytes.equals(content)).toBe(true)
    expect(toColleague.masked).toBeNull()
    const part = await given(gus, url, { range: 'bytes=5-9' })
    expect(part.status).toBe(206)
    expect(part.bytes.equals(shown.subarray(5, 10))).toBe(true)
  })

  test('many lines, each as it was one', async () => {
    const url = await attach(Buffer.from(LINE.repeat(20_000)), plain('long.log'))
    expect((await given(gus, url)).bytes.toString()).toBe(SHOWN.repeat(20_000))
  })
})

test('pictures and what else no words are in come as they are', async () => {
  const picture = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    randomBytes(5_000),
  ])
  const pdf = Buffer.from(`%PDF-1.7\n${LINE}`)
  for (const [content, named] of [
    [picture, plain('photo.png', 'image/png')],
    [pdf, plain('label.pdf', 'application/pdf')],
  ] as const) {
    const toGuest = await given(gus, await attach(content, named))
    expect(toGuest.bytes.equals(content)).toBe(true)
    expect(toGuest.masked).toBeNull()
  }
})

test('words too large to be masked are not given to a guest at all', async () => {
  const content = Buffer.from(LINE.repeat(Math.ceil(MASKED_LIMIT_BYTES / LINE.length) + 1))
  const url = await attach(content, plain('huge.log'))
  const toGuest = await given(gus, url)
  expect(toGuest.status).toBe(413)
  expect(toGuest.bytes.toString()).toContain('too-large')
  expect((await given(lena, url)).bytes.equals(content)).toBe(true)
})
