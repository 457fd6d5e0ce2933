import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { triage } from '../../shared/rules/triage/triage.ts'

const HELP = `Says for tickets whether they are service, support or both.

  npm run triage -- --file IN.jsonl [--json]

  --file FILE  one JSON object a line, with the texts "subject" and "body" ("-": standard input)
  --json       one JSON object a line: {kind, confidence, reasons, ms}; without it, lines for people
  --help       this text

kind is "service", "support", "both" or "unsure". reasons are words of the text. ms is the time the line took.
A line that cannot be read is answered on standard error with its number, and the next one is taken; then the command
ends with 1.
`

/** npm runs a script in the project's folder; a path is meant from where the person stands. */
const CALLED_FROM = process.env['INIT_CWD'] ?? process.cwd()

type Words = { readonly subject: string; readonly body: string }
type Read = { readonly words: Words } | { readonly why: string }

function textAt(record: object, name: 'subject' | 'body'): string | null {
  const value: unknown = Object.hasOwn(record, name) ? Reflect.get(record, name) : ''
  return typeof value === 'string' ? value : null
}

function read(line: string): Read {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch {
    return { why: 'is no JSON' }
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { why: 'is no JSON object' }
  const subject = textAt(record, 'subject')
  const body = textAt(record, 'body')
  if (subject === null) return { why: '"subject" is no text' }
  if (body === null) return { why: '"body" is no text' }
  if (!Object.hasOwn(record, 'subject') && !Object.hasOwn(record, 'body')) {
    return { why: 'has neither "subject" nor "body"' }
  }
  return { words: { subject, body } }
}

const DECIMALS = 1000
const round = (value: number): number => Math.round(value * DECIMALS) / DECIMALS

function answer(words: Words, asJson: boolean): string {
  const before = performance.now()
  const { kind, confidence, reasons } = triage(words)
  const ms = round(performance.now() - before)
  const said = { kind, confidence: round(confidence), reasons: reasons.map(({ text }) => text), ms }
  if (asJson) return JSON.stringify(said)
  const why = said.reasons.length === 0 ? '' : `  (${said.reasons.join(', ')})`
  return `${kind.padEnd(8)} ${said.confidence.toFixed(2)}  ${words.subject.slice(0, 60)}${why}`
}

const WARM_UP_CALLS = 60

/** Answers line by line as they come; resolves to the number of lines that could not be read. */
async function answerAll(file: string, asJson: boolean): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(path.resolve(CALLED_FROM, file))
  let number = 0
  let bad = 0
  // The first calls unpack the model and compile the code: that is not the time of the first line.
  for (let call = 0; call < WARM_UP_CALLS; call += 1) triage({ subject: `Warm up ${call}`, body: HELP })
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    const found = read(line.replace(/^\uFEFF/u, ''))
    if ('words' in found) process.stdout.write(`${answer(found.words, asJson)}\n`)
    else {
      bad += 1
      process.stderr.write(`line ${number}: ${found.why}\n`)
    }
  }
  return bad
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  if (values.file === undefined) {
    process.stderr.write(`${HELP}\nName a file: --file IN.jsonl\n`)
    return 2
  }
  return (await answerAll(values.file, values.json)) > 0 ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
