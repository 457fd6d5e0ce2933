import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { triage } from '../../shared/rules/triage/triage.ts'
import { LONGEST_LINE, readLines } from './read-lines.ts'

const HELP = `Says for tickets whether they are service, support or both.

  npm run triage -- --file IN.jsonl [--json]

  --file FILE  one JSON object a line, with the texts "subject" and "body" ("-": standard input)
  --json       one JSON object a line: {kind, confidence, reasons, ms}; without it, lines for people
  --help       this text

kind is "service", "support", "both" or "unsure". reasons are words of the text. ms is the time the line took.
A missing text is an empty one; empty lines are skipped. A line that cannot be read is answered on standard error with
its number, and the next one is taken. Ends with 0 when all lines were answered, with 1 when some could not be read, and
with 2 when the file cannot be read or the command was called wrongly.
`

/** npm runs a script in the project's folder; a path is meant from where the person stands. */
const CALLED_FROM = process.env['INIT_CWD'] ?? process.cwd()

type Words = { readonly subject: string; readonly body: string }
type Read = { readonly words: Words } | { readonly why: string }

function textAt(record: object, name: 'subject' | 'body'): string | null {
  const value: unknown = Object.hasOwn(record, name) ? Reflect.get(record, name) : null
  if (value === null) return ''
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

/** What came of a line: an answer, a complaint, or nothing for an empty one. */
type Said = { readonly answer: string } | { readonly complaint: string } | null

function say(text: string | null, asJson: boolean): Said {
  if (text === null) return { complaint: `is longer than ${LONGEST_LINE / 1024 / 1024} MB` }
  const line = text.replace(/^\uFEFF/u, '')
  if (line.trim() === '') return null
  if (line.includes('\0')) return { complaint: 'is no text in UTF-8' }
  const found = read(line)
  return 'words' in found ? { answer: answer(found.words, asJson) } : { complaint: found.why }
}

/** Waits where the reader is slower, so that a long file never stands in memory. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Answers line by line as they come; resolves to the number of lines that could not be read. */
async function answerAll(file: string, asJson: boolean): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(path.resolve(CALLED_FROM, file))
  let bad = 0
  // The first calls unpack the model and compile the code: that is not the time of the first line.
  for (let call = 0; call < WARM_UP_CALLS; call += 1) triage({ subject: `Warm up ${call}`, body: HELP })
  for await (const { number, text } of readLines(input)) {
    const said = say(text, asJson)
    if (said === null) continue
    if ('answer' in said) await write(said.answer)
    else {
      bad += 1
      process.stderr.write(`line ${number}: ${said.complaint}\n`)
    }
  }
  return bad
}

const SENTENCES: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: file => `There is no file ${file}.`,
  EISDIR: file => `${file} is a folder; name a file.`,
  EACCES: file => `${file} may not be read.`,
}

/** What went wrong, as a sentence. */
function sentenceOf(error: unknown, file: string): string {
  if (!(error instanceof Error)) return String(error)
  const code: unknown = Reflect.get(error, 'code')
  return (typeof code === 'string' ? SENTENCES[code]?.(file) : undefined) ?? error.message
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
  try {
    return (await answerAll(values.file, values.json)) > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, values.file)}\n`)
    return 2
  }
}

// Whoever reads the answers may have read enough.
process.stdout.on('error', () => process.exit(0))
try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`)
  process.exitCode = 2
}
