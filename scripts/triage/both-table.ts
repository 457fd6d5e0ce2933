import { groupBy } from '../../shared/rules/group-by.ts'
import type { Answer } from './evaluate.ts'
import { isJoined, isLong, sourcesOf } from './made-of.ts'

const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)
const shareOf = (answers: readonly Answer[], is: (each: Answer) => boolean): number =>
  answers.length === 0 ? 0 : answers.filter(is).length / answers.length

const isCalledBoth = ({ kind }: Answer): boolean => kind === 'both'
const holds = ({ example }: Answer): string => (example.kind === 'both' ? 'both' : 'one kind')

/** How a row is called: joined clauses of two sources stand together. */
const nameOf = ({ example: { source, template } }: Answer): string => {
  if (!isJoined(source)) return source
  const from = sourcesOf(source)
  if (isLong(template)) return `texts in a row of ${from.join()}`
  return from.length > 1 ? 'joined clauses of two sources' : `joined clauses of ${from.join()}`
}

function row(answers: readonly Answer[]): string {
  const [first] = answers
  if (!first) return ''
  const share = (is: (each: Answer) => boolean): string => percent(answers.filter(is).length, answers.length)
  const cells = [
    nameOf(first),
    first.example.language,
    holds(first),
    String(answers.length),
    share(isCalledBoth),
    share(({ kind }) => kind === 'unsure'),
    share(({ kind }) => kind === 'service' || kind === 'support'),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Mean over groups: a long source says no more than a short one. */
const meanShare = (answers: readonly Answer[]): number => {
  const groups = [...groupBy(answers, each => `${nameOf(each)}:${each.example.kind}`).values()]
  return groups.reduce((sum, group) => sum + shareOf(group, isCalledBoth), 0) / Math.max(1, groups.length)
}

/** Of what is called both, how much is: by how often both comes in. */
function precisionAt(shareOfBoth: number, found: number, taken: number): string {
  const right = shareOfBoth * found
  return percent(right, right + (1 - shareOfBoth) * taken)
}

/** How well both is told from one: per source and language, and what that means for what is called both. */
export function bothTable(answers: readonly Answer[]): string {
  const labelled = answers.filter(({ example }) => example.kind !== null)
  const groups = groupBy(labelled, each => [nameOf(each), each.example.language, holds(each)].join('\n'))
  const isBoth = ({ example }: Answer): boolean => example.kind === 'both'
  const found = meanShare(labelled.filter(isBoth))
  const taken = meanShare(labelled.filter(each => !isBoth(each)))
  return [
    '| texts | language | hold | number | called both | unsure | called one kind |',
    '|---|---|---|--:|--:|--:|--:|',
    ...[...groups.values()].map(row),
    '',
    `Every row counting the same, both is found in ${percent(found, 1)} of the texts that hold it and said of ${percent(taken, 1)} of those that do not: where one mail in two holds both, ${precisionAt(0.5, found, taken)} of what is called both is; where one in ten does, ${precisionAt(0.1, found, taken)}.`,
  ].join('\n')
}
