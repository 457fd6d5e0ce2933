import { groupBy } from '../../shared/rules/group-by.ts'
import type { Example } from './example.ts'
import { joints } from './joints.ts'
import { longTemplate } from './made-of.ts'
import type { Random } from './own-texts.ts'
import { pick } from './own-texts.ts'

const LONGEST_PART = 400

/** Of public texts: one of each kind one after the other, so that "both" is learnt from people's words too. */
export function pairedTexts(examples: readonly Example[], count: number, random: Random): readonly Example[] {
  const service = examples.filter(({ kind }) => kind === 'service')
  const support = examples.filter(({ kind }) => kind === 'support')
  if (service.length === 0 || support.length === 0) return []
  return Array.from({ length: count }, (_, index) => {
    const [one, other] = [pick(random, service), pick(random, support)]
    const said = random() < 0.5 ? [one.body, other.body] : [other.body, one.body]
    const body = said.map(text => text.slice(0, LONGEST_PART)).join('\n')
    return { source: 'paired', language: 'en', template: `paired:${index}`, subject: '', body, kind: 'both' }
  })
}

/** How people put one matter beside another, in English. */
const JOINTS = ['. ', '. Also, ', '. Another thing: ', '\n', ...(joints['en'] ?? [])]
const LONGEST_CLAUSE = 18
const SHORTEST_CLAUSE = 3

/** The first sentence of a text, as far as a clause goes; null where it says too little. */
function firstClause({ body }: Example): string | null {
  const [sentence = ''] = body.trim().split(/[.!?;\n]/)
  const words = sentence
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, LONGEST_CLAUSE)
  return words.length < SHORTEST_CLAUSE ? null : words.join(' ')
}

type Joining = { readonly source: string; readonly count: number; readonly random: Random }

/** Texts that hold both: a clause of a text about service and one of a text about support, in either order. */
export function joinedTexts(
  examples: readonly Example[],
  { source, count, random }: Joining,
): readonly Example[] {
  const clausesOf = (wanted: Example['kind']): readonly string[] =>
    examples.flatMap(example => (example.kind === wanted ? (firstClause(example) ?? []) : []))
  const [service, support] = [clausesOf('service'), clausesOf('support')]
  if (service.length === 0 || support.length === 0) return []
  return Array.from({ length: count }, (_, index): Example => {
    const pair = [pick(random, service), pick(random, support)]
    const body = (random() < 0.5 ? pair : pair.toReversed()).join(pick(random, JOINTS))
    return { source, language: 'en', template: `${source}:${index}`, subject: '', body, kind: 'both' }
  })
}

/** As many texts of a side at most in a long text that holds both. */
const MOST_OF_A_SIDE = 3

/** Long texts that hold both: some texts of one kind, then some of the other. So that length is no sign of one kind. */
export function longBothTexts(
  examples: readonly Example[],
  { source, count, random }: Joining,
): readonly Example[] {
  const [service, support] = (['service', 'support'] as const).map(wanted =>
    examples.filter(({ kind }) => kind === wanted),
  )
  if (!service?.length || !support?.length) return []
  const some = (of: readonly Example[]): readonly string[] =>
    Array.from({ length: 1 + Math.floor(random() * MOST_OF_A_SIDE) }, () =>
      pick(random, of).body.slice(0, LONGEST_PART),
    )
  return Array.from({ length: count }, (_, index): Example => {
    const sides = [some(service), some(support)]
    const body = (random() < 0.5 ? sides : sides.toReversed()).flat().join(random() < 0.5 ? '\n' : '. ')
    return { source, language: 'en', template: longTemplate(source, index), subject: '', body, kind: 'both' }
  })
}

const BUNDLES = 150
const LEAST_TEXTS = 20
const SHORTEST = 3
const MORE = 4

/** Full stops and line ends gone in half of them: as people write who use none. */
function joined(texts: readonly string[], random: Random): string {
  const parts = texts.map(text => text.slice(0, LONGEST_PART))
  return random() < 0.5 ? parts.join('\n') : parts.join(' ').replaceAll(/[.!?;:,\n]+/g, ' ')
}

/**
 * Long texts that go on about one kind of work, made of several short ones of one source. So that length is no sign of
 * both.
 */
export function bundledTexts(examples: readonly Example[], random: Random): readonly Example[] {
  const groups = groupBy(examples, ({ source, kind }) => `${source}:${kind}`)
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first || first.kind === null || group.length < LEAST_TEXTS) return []
    const { kind, language, source } = first
    return Array.from({ length: BUNDLES }, (_, index): Example => {
      const count = SHORTEST + Math.floor(random() * MORE)
      const body = joined(
        Array.from({ length: count }, () => pick(random, group).body),
        random,
      )
      return { source: `bundles-${source}`, language, template: `${kind}:${index}`, subject: '', body, kind }
    })
  })
}
