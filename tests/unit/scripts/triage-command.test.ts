import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { readLines } from '../../../scripts/triage/read-lines.ts'
import { triage } from '../../../shared/rules/triage/triage.ts'

const SCRIPT = path.resolve('scripts/triage/run.ts')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tandem-triage-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { readonly code: number; readonly out: string; readonly err: string }
const run = (...args: readonly string[]): Promise<Ran> =>
  new Promise(resolve => {
    execFile(process.execPath, [SCRIPT, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
const Answer = z.strictObject({
  kind: z.enum(['service', 'support', 'both', 'unsure']),
  confidence: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  ms: z.number().min(0),
})

test('answers line by line with the code of the console, names bad lines and goes on', async () => {
  const good = [
    { subject: 'App crashes', body: 'It crashes after the update with an error.' },
    { subject: 'Refund', body: 'Please refund my order, the parcel arrived damaged.' },
  ]
  const file = path.join(folder, 'in.jsonl')
  const lines = [
    JSON.stringify(good[0]),
    '{',
    '[1]',
    '{"subject":3}',
    '',
    '{"other":1}',
    JSON.stringify(good[1]),
  ]
  writeFileSync(file, lines.join('\n'))
  const { code, out, err } = await run('--file', file, '--json')
  const answers = out
    .trim()
    .split('\n')
    .map(line => Answer.parse(JSON.parse(line)))
  expect(answers.map(({ kind }) => kind)).toEqual(good.map(words => triage(words).kind))
  expect(answers[0]?.reasons).toEqual(
    triage(good[0] ?? { subject: '', body: '' }).reasons.map(({ text }) => text),
  )
  expect(err.trim().split('\n')).toEqual([
    'line 2: is no JSON',
    'line 3: is no JSON object',
    'line 4: "subject" is no text',
    'line 6: has neither "subject" nor "body"',
  ])
  expect(code).toBe(1)
})

test('a missing text is empty, marks and odd line ends do no harm, and what cannot be read is named', async () => {
  const file = path.join(folder, 'in.jsonl')
  const long = JSON.stringify({ subject: 'Long', body: 'The printer is offline. '.repeat(60_000) })
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(
        '\uFEFF{"subject":"Printer offline"}\r\n{"body":"refund my order","subject":null}\r\n   \r\n',
      ),
      Buffer.from(`{"body":""}\n${long}\n"text"\nnull\n{"body":["a"]}\n`),
      Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x0a]),
      Buffer.from('{"subject":"no line end","body":"invoice"}'),
    ]),
  )
  const { code, out, err } = await run('--file', file, '--json')
  const kinds = out
    .trim()
    .split('\n')
    .map(line => Answer.parse(JSON.parse(line)).kind)
  expect(kinds).toEqual([
    triage({ subject: 'Printer offline', body: '' }).kind,
    triage({ subject: '', body: 'refund my order' }).kind,
    'unsure',
    triage({ subject: 'Long', body: 'The printer is offline. '.repeat(300) }).kind,
    triage({ subject: 'no line end', body: 'invoice' }).kind,
  ])
  expect(err.trim().split('\n')).toEqual([
    'line 6: is no JSON object',
    'line 7: is no JSON object',
    'line 8: "body" is no text',
    'line 9: is no text in UTF-8',
  ])
  expect(code).toBe(1)
})

test('an empty file has no answers', async () => {
  const file = path.join(folder, 'empty.jsonl')
  writeFileSync(file, '')
  expect(await run('--file', file, '--json')).toEqual({ code: 0, out: '', err: '' })
})

test('a line too long to keep is told, and the next one is read', async () => {
  const chunks = ['abc', 'defghij', 'kl\nok\n', 'öä', '\r\nlast'].map(text => Buffer.from(text))
  const lines = []
  for await (const line of readLines(Readable.from(chunks), 5)) lines.push(line)
  expect(lines).toEqual([
    { number: 1, text: null },
    { number: 2, text: 'ok' },
    { number: 3, text: 'öä' },
    { number: 4, text: 'last' },
  ])
})

test('says how to use it, and what is wrong', async () => {
  const help = await run('--help')
  expect(help.code).toBe(0)
  expect(help.out).toContain('npm run triage -- --file IN.jsonl')
  expect((await run()).code).toBe(2)
  const missing = await run('--file', path.join(folder, 'none.jsonl'))
  expect(missing).toMatchObject({ code: 2, out: '' })
  expect(missing.err).toBe(`There is no file ${path.join(folder, 'none.jsonl')}.\n`)
  const isFolder = await run('--file', folder)
  expect(isFolder).toMatchObject({ code: 2, out: '' })
  expect(isFolder.err).toContain('is a folder')
  const unknown = await run('--files', 'x')
  expect(unknown).toMatchObject({ code: 2, out: '' })
  expect(unknown.err).toContain('--file IN.jsonl')
})
