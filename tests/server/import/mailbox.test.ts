import { appendFile, copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readContent } from '../../../server/blobs/read-content.ts'
import { readKey } from '../../../server/blobs/customer-key.ts'
import { inWorkspace } from '../../../server/db/in-workspace.ts'
import { readChunkAt } from '../../../server/db/queries/blob-content.ts'
import { linesOf } from '../../../server/import/json-rows.ts'
import { isAnswerSubject, plainSubject } from '../../../server/import/mail-threads.ts'
import { splitMbox } from '../../../server/import/mbox-splitter.ts'
import { collect, inPieces } from './support/collect.ts'
import { openImportHub, sample } from './support/import-hub.ts'
import type { ImportHub } from './support/import-hub.ts'

let imports: ImportHub
beforeAll(async () => {
  imports = await openImportHub()
})
afterAll(() => imports.close())

const CONVERSATIONS = `SELECT t.subject, c.name, string_agg(m.direction || ': ' || split_part(m.body_text, E'\\n', 1), ' | ' ORDER BY m.seq) AS said,
    max(m.seq) AS seq, t.last_message_seq AS last, (SELECT h.state FROM threads h WHERE h.workspace_id = $1 AND h.ticket_id = t.id LIMIT 1) AS state
  FROM tickets t JOIN messages m ON m.workspace_id = $1 AND m.ticket_id = t.id
  JOIN customers c ON c.workspace_id = $1 AND c.id = t.customer_id
  WHERE t.workspace_id = $1 GROUP BY t.id, t.subject, c.name, t.last_message_seq ORDER BY t.subject`

type MailInput = {
  readonly id: string
  readonly refs?: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly day: number
  readonly text: string
}
const mail = ({ id, refs, from, to, subject, day, text }: MailInput): string =>
  [
    `From ${from} Mon Nov ${String(day).padStart(2, '0')} 09:00:00 2025`,
    `Message-ID: <${id}@x>`,
    ...(refs === undefined
      ? []
      : [
          `References: ${refs
            .split(' ')
            .map(ref => `<${ref}@x>`)
            .join(' ')}`,
        ]),
    `Date: ${String(day)} Nov 2025 09:00:00 +0000`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    '',
    text,
    '',
    '',
  ].join('\n')

async function mailbox(name: string, mails: readonly MailInput[]): Promise<string> {
  const path = join(imports.folder, name)
  await writeFile(path, mails.map(mail).join(''))
  return path
}

describe('splitting', () => {
  test('knows a separator from the word "From", takes one escape away, counts lines and bytes', async () => {
    const text = await readFile(sample('mailbox.mbox'), 'latin1')
    const pieces = await collect(splitMbox(linesOf(inPieces(text, 11), 1e6), 1e6))

    expect(pieces.map(({ kind, line }) => [kind, line])).toEqual([
      ['mail', 2],
      ['mail', 18],
      ['mail', 31],
      ['mail', 53],
      ['mail', 63],
    ])
    expect(pieces[0]?.text).toContain(
      '\nFrom what I see the second one is yours.\nFrom the bank I hear the same.\n',
    )
    for (const { offset, length } of pieces)
      expect(text.slice(offset, offset + length)).toMatch(/^Message-ID: /)
  })

  test('a mail over the limit is refused without being kept', async () => {
    const text = mail({ id: '1', from: 'a@x', to: 'b@x', subject: 's', day: 1, text: 'x'.repeat(5_000) })
    const [piece] = await collect(splitMbox(linesOf(inPieces(text, 100), 1e6), 1_000))
    expect([piece?.kind, (piece?.text.length ?? 0) < 1_500]).toEqual(['too-long', true])
  })

  test('what is no mailbox is refused', async () => {
    const path = join(imports.folder, 'letter.mbox')
    await writeFile(path, 'Dear Sir or Madam,\n\nhello\n')
    await expect(imports.run(await imports.workspace(), path, { map: 'mailbox' })).rejects.toThrow(
      'is no mbox file',
    )
  })
})

describe('conversations', () => {
  test('follow References; encodings, HTML and answers are read; a mail without a sender is refused', async () => {
    const workspace = await imports.workspace()
    const { summary, rejects } = await imports.run(workspace, sample('mailbox.mbox'), { map: 'mailbox' })

    expect(summary).toMatchObject({ ticketsAdded: 2, messagesAdded: 4, refused: 1 })
    expect(rejects.map(({ line, column }) => [line, column])).toEqual([[63, 'From']])
    expect(await imports.rows(workspace, CONVERSATIONS)).toEqual([
      {
        subject: 'Charged twice',
        name: 'Ana Ruiz',
        seq: 3,
        last: 3,
        state: 'open',
        said: 'in: Hi, I was charged twice. | out: Hola Ana, lo siento. Mañana lo tienes de vuelta. | in: Thank you, it is back.',
      },
      {
        subject: 'Scanner photo',
        name: 'Ben',
        seq: 1,
        last: 1,
        state: 'open',
        said: 'in: The scanner blinks red, see the picture.',
      },
    ])
  })

  test('are put together in any order, also when a late mail joins two of them', async () => {
    const workspace = await imports.workspace()
    const ana = { from: 'ana@example.com', to: 'help@example.com', subject: 'Order' }
    const path = await mailbox('order.mbox', [
      { ...ana, id: 'third', refs: 'second', day: 3, text: 'three', subject: 'Re: Order' },
      { ...ana, id: 'other', day: 5, text: 'five', subject: 'Else' },
      { ...ana, id: 'first', day: 1, text: 'one' },
      { ...ana, id: 'joins', refs: 'first third', day: 4, text: 'four', subject: 'Re: Order' },
      {
        from: 'help@example.com',
        to: 'ana@example.com',
        id: 'second',
        refs: 'first',
        day: 2,
        text: 'two',
        subject: 'Re: Order',
      },
    ])
    await imports.run(workspace, path, { map: 'mailbox' })

    expect(
      (await imports.rows(workspace, CONVERSATIONS)).map(({ subject, said }) => [subject, said]),
    ).toEqual([
      ['Else', 'in: five'],
      ['Order', 'in: one | out: two | in: three | in: four'],
    ])
  })

  test('without ids follow an answer’s subject between the same two people, and nothing looser', async () => {
    const workspace = await imports.workspace()
    const path = await mailbox('subjects.mbox', [
      {
        id: 'q1',
        from: 'ana@example.com',
        to: 'help@example.com',
        subject: 'Invoice',
        day: 1,
        text: 'question',
      },
      {
        id: 'q2',
        from: 'help@example.com',
        to: 'ana@example.com',
        subject: 'AW: Re: invoice',
        day: 2,
        text: 'answer',
      },
      {
        id: 'q3',
        from: 'ben@example.com',
        to: 'help@example.com',
        subject: 'Re: Invoice',
        day: 3,
        text: 'other person',
      },
      {
        id: 'q4',
        from: 'ana@example.com',
        to: 'help@example.com',
        subject: 'Invoice',
        day: 9,
        text: 'new question',
      },
    ])
    await imports.run(workspace, path, { map: 'mailbox' })

    expect(
      (await imports.rows(workspace, CONVERSATIONS))
        .map(({ said }) => String(said))
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['in: new question', 'in: other person', 'in: question | out: answer'])
  })

  test('subjects are compared without prefixes of several languages', () => {
    expect(plainSubject('Re: AW: Fwd: [2] Hello')).toBe('[2] hello')
    expect(plainSubject('回复: 转发：Hello  there')).toBe('hello there')
    expect([isAnswerSubject('Sv: x'), isAnswerSubject('Regarding x'), isAnswerSubject('RE[2]: x')]).toEqual([
      true,
      false,
      true,
    ])
  })
})

describe('again and later', () => {
  test('the same mailbox adds nothing; a grown one adds its new mails to the tickets and brings them back', async () => {
    const workspace = await imports.workspace()
    const path = join(imports.folder, 'growing.mbox')
    await copyFile(sample('mailbox.mbox'), path)
    await imports.run(workspace, path, { map: 'mailbox' })
    const again = await imports.run(workspace, path, { map: 'mailbox' })
    await appendFile(
      path,
      `\n${mail({
        id: 'a3',
        refs: 'a1',
        from: 'ana@example.com',
        to: 'help@example.com',
        subject: 'Re: Charged twice',
        day: 27,
        text: 'It happened again.',
      }).replace('<a1@x>', '<a1@mail.example.com>')}`,
    )
    const grown = await imports.run(workspace, path, { map: 'mailbox' })
    const [ana] = await imports.rows(workspace, CONVERSATIONS)

    expect(again.summary).toMatchObject({ ticketsAdded: 0, messagesAdded: 0, known: 2 })
    expect(grown.summary).toMatchObject({ ticketsAdded: 0, messagesAdded: 1, known: 1 })
    expect(ana).toMatchObject({
      seq: 4,
      last: 4,
      state: 'open',
      said: expect.stringMatching(/It happened again\.$/),
    })
  })

  test('attachments go in with their mail, sealed under the customer’s key', async () => {
    const workspace = await imports.workspace()
    await imports.run(workspace, sample('mailbox.mbox'), { map: 'mailbox' })
    const [record] = await imports.rows(
      workspace,
      `SELECT a.file_name AS name, a.media_type AS type, a.size_bytes AS size, a.sha256, a.customer_id AS customer, b.is_complete AS complete
       FROM attachments a LEFT JOIN blobs b ON b.workspace_id = $1 AND b.customer_id = a.customer_id AND b.sha256 = a.sha256
       WHERE a.workspace_id = $1`,
    )
    const customerId = String(record?.['customer'])
    const sha256 = String(record?.['sha256'])
    const content = await inWorkspace(imports.hub.database.app, { workspaceId: workspace }, async client => {
      const session = { client, workspaceId: workspace }
      const key = await readKey(session, customerId, null)
      const source = {
        blob: { customerId, sha256 },
        key,
        chunkAt: (byte: number) => readChunkAt(session, { customerId, sha256 }, byte),
      }
      return Buffer.concat(await collect(readContent(source, { first: 0, last: 7 })))
    })

    expect(record).toMatchObject({ name: 'red.png', type: 'image/png', size: 8, complete: true })
    expect(content).toEqual(Buffer.from('iVBORw0KGgo=', 'base64'))
  })
})
