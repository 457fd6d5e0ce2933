import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { TICKET_KINDS } from '../../../shared/rules/work-kind.ts'
import { triage, shippedModel } from '../../../shared/rules/triage/triage.ts'
import type { Answer } from '../evaluate.ts'
import type { Example } from '../example.ts'
import { writeDocument } from '../document.ts'
import { readLeftOut } from '../public-sources.ts'
import { resultTable } from '../tables.ts'
import { examLabels } from './labels.ts'
import { examMails } from './mails.ts'
import { writtenMails } from './written-mails.ts'

const KEY_LENGTH = 6
const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, KEY_LENGTH)

/** The rows of the exam out of the public sets, each with the kind that the reader gave it. */
function peoplesRows(folder: string): readonly Example[] {
  const leftOut = readLeftOut(folder)
  return examLabels.flatMap(labels => {
    const kinds = new Map(
      TICKET_KINDS.flatMap(kind => labels[kind].split(/\s+/).map(key => [key, kind] as const)),
    )
    return leftOut.flatMap(example => {
      const kind = example.source === labels.source ? kinds.get(keyOf(example.body)) : undefined
      return kind === undefined ? [] : [{ ...example, source: `${labels.source}, other labels`, kind }]
    })
  })
}

/** The mails written for the exam. */
const ownMails: readonly Example[] = Object.entries(examMails).flatMap(([language, mails]) =>
  mails.map((mail, index) => ({
    ...mail,
    language,
    source: 'written for the exam',
    template: `exam:${language}:${index}`,
  })),
)

const answered = (examples: readonly Example[]): readonly Answer[] =>
  examples.map(example => ({ ...triage(example), example }))

/** `node scripts/triage/exam/run.ts --data FOLDER`: asks the shipped model, and puts the numbers into docs/triage.md. */
function main(): void {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (values.data === undefined) throw new Error('name the folder of the public sets: --data FOLDER')
  const asked = `Model \`${shippedModel().version}\`:`
  const exam = [asked, '', resultTable(answered(peoplesRows(values.data)))].join('\n')
  const mails = [asked, '', resultTable(answered(ownMails))].join('\n')
  const tableOf = (set: 'blind' | 'fresh'): string => {
    const written = Object.keys(examMails).flatMap(language => writtenMails(set, language))
    return [asked, '', resultTable(answered(written))].join('\n')
  }
  const parts = {
    exam,
    'exam mails': mails,
    'blind mails': tableOf('blind'),
    'fresh mails': tableOf('fresh'),
  }
  process.stdout.write(`${Object.values(parts).join('\n\n')}\n`)
  writeDocument(parts)
}

main()
