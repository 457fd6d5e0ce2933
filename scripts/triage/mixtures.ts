import { groupBy } from '../../shared/rules/group-by.ts'
import type { Example } from './example.ts'
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
