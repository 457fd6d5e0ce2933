import type { TriageModel } from '../../shared/rules/triage/model.ts'
import { isFiller } from '../../shared/rules/triage/fillers.ts'
import { triage } from '../../shared/rules/triage/triage.ts'
import { foldText } from '../../shared/rules/fold-text.ts'
import { seededRandom } from '../../shared/demo/seeded-random.ts'
import type { Example } from './example.ts'
import type { Prepared } from './fit.ts'

const SAMPLE = 1500

type Words = Pick<Example, 'subject' | 'body'>
const onBoth =
  (change: (text: string) => string) =>
  ({ subject, body }: Words): Words => ({ subject: change(subject), body: change(body) })

/** Function words and politeness gone, as one of the sources was published. */
export const withoutFillers = onBoth(text =>
  text
    .split(/(?<=\s)/u)
    .filter(word => !isFiller(foldText(word.replace(/[^\p{L}\p{M}]/gu, ''))) || !/\p{L}/u.test(word))
    .join(''),
)

const firstHalf = onBoth(text => {
  const words = text.split(/(?<=\s)/u)
  return words.slice(0, Math.max(4, Math.ceil(words.length / 2))).join('')
})

const changes: readonly (readonly [string, (words: Words) => Words])[] = [
  ['all capitals', onBoth(text => text.toUpperCase())],
  ['all small', onBoth(text => text.toLowerCase())],
  ['function words removed', withoutFillers],
  ['first half only', firstHalf],
]

/** How often a change of form alone turns service into support or the other way round. */
export function steadiness(model: TriageModel, rows: readonly Prepared[]): string {
  const random = seededRandom(11)
  const sample = Array.from(
    { length: SAMPLE },
    () => rows[Math.floor(random() * rows.length)]?.example,
  ).filter(example => example !== undefined)
  const lines = changes.map(([name, change]) => {
    let turned = 0
    let unsettled = 0
    for (const example of sample) {
      const before = triage(example, { model }).kind
      const after = triage(change(example), { model }).kind
      if (before === after) continue
      if (before === 'service' || before === 'support') {
        if (after === 'service' || after === 'support') turned += 1
        else unsettled += 1
      }
    }
    return `| ${name} | ${turned} | ${unsettled} |`
  })
  return [
    `Of ${sample.length} texts of all sources:`,
    '',
    '| change | service and support swapped | became unsure or both |',
    '|---|--:|--:|',
    ...lines,
  ].join('\n')
}
