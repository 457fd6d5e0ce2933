import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
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

test('says how to use it, and what is wrong', async () => {
  const help = await run('--help')
  expect(help.code).toBe(0)
  expect(help.out).toContain('npm run triage -- --file IN.jsonl')
  expect((await run()).code).toBe(2)
  const missing = await run('--file', path.join(folder, 'none.jsonl'))
  expect(missing).toMatchObject({ code: 2, out: '' })
  expect(missing.err).toContain('none.jsonl')
})
