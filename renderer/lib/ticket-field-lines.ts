import type { Fields } from '../../shared/domain/values.ts'

export type FieldLine = {
  /** The field that names the line. */
  readonly name: string
  readonly value: string
  readonly details: readonly { readonly name: string; readonly value: string }[]
}
export type FieldLines = {
  readonly lines: readonly FieldLine[]
  /** How much of what is asked for such a case is known; null where nobody counts. */
  readonly known: { readonly known: number; readonly asked: number } | null
}

/** Fields that are read together: the first names the line, some stand beside it, the rest below. */
const TOGETHER: readonly {
  readonly lead: string
  readonly beside: readonly string[]
  readonly below: readonly string[]
}[] = [
  { lead: 'symptom', beside: ['errorCode'], below: ['since', 'frequency'] },
  { lead: 'tried', beside: [], below: ['result', 'notTried'] },
]
const COUNTED = { known: 'diagnosisKnown', asked: 'diagnosisAsked' } as const

/** Custom fields as the lines people read: what belongs together in one, the rest each in its own. */
export function fieldLines(fields: Fields): FieldLines {
  const left = new Map(
    Object.entries(fields).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, String(value)] as const],
    ),
  )
  const take = (name: string): readonly { name: string; value: string }[] => {
    const value = left.get(name)
    left.delete(name)
    return value === undefined ? [] : [{ name, value }]
  }
  const [known, asked] = [take(COUNTED.known)[0], take(COUNTED.asked)[0]].map(field => Number(field?.value))
  const grouped = TOGETHER.flatMap(({ lead, beside, below }) => {
    const first = take(lead)[0]
    if (!first) return []
    const value = [first, ...beside.flatMap(take)].map(field => field.value).join(', ')
    return [{ name: lead, value, details: below.flatMap(take) }]
  })
  const single = [...left].map(([name, value]) => ({ name, value, details: [] }))
  const isCounted = Number.isFinite(known) && Number.isFinite(asked)
  return {
    lines: [...grouped, ...single],
    known: isCounted ? { known: known ?? 0, asked: asked ?? 0 } : null,
  }
}

/** Fields of the relationship, where both kinds of work are done on one ticket. */
const OF_SERVICE: ReadonlySet<string> = new Set(['order', 'invoice', 'charge', 'contract', 'renewsOn'])

/** The pane a field stands in: that of the one kind there is; of both kinds service has orders and money, support the rest. */
export function paneOf(name: string, kinds: readonly string[]): 'service' | 'support' {
  if (!kinds.includes('support')) return 'service'
  return kinds.includes('service') && OF_SERVICE.has(name) ? 'service' : 'support'
}

/** "notTried" as people write it. */
export const spokenField = (name: string): string => {
  const words = name
    .replaceAll(/[-_.]/gu, ' ')
    .replaceAll(/([a-z])([A-Z])/gu, (_all, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
