import type { ImportedTicket } from '../db/queries/import-tickets.ts'
import { keyDigestOf } from './plan-ticket.ts'
import type { UnitDraft } from './plan-unit.ts'
import type { Finding, RowProblem } from './problems.ts'

/** What becomes of a unit, given what went in before. */
export type UnitFate =
  | {
      readonly kind: 'new'
      readonly unit: UnitDraft
      readonly keyDigest: string
      readonly occurrence: number
    }
  | { readonly kind: 'append'; readonly unit: UnitDraft; readonly known: ImportedTicket }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused'; readonly problem: RowProblem }

export type Memory = {
  /** Tickets of this source that are in, by `digest:occurrence`. */
  readonly imported: ReadonlyMap<string, ImportedTicket>
  /** How often each key was met in this run so far. */
  readonly seen: ReadonlyMap<string, number>
}
export type Decided = { readonly fates: readonly UnitFate[]; readonly seen: ReadonlyMap<string, number> }

export const placeOf = (keyDigest: string, occurrence: number): string => `${keyDigest}:${occurrence}`

const duplicate: Finding = {
  column: null,
  code: 'duplicate-key',
  reason: 'the key of this row stands in the file before, with other contents',
  advice: 'Keys must be unique; choose another "key" in the mapping or correct the row.',
}
const changed: Finding = {
  column: null,
  code: 'changed',
  reason: 'a row with this key went in before with other contents and was left as it is',
  advice: 'Change the ticket in the console. If this is another source, import it with --source NAME.',
}

/**
 * Decides for units in their order. Rows known by their contents are counted, so that the n-th of n equal rows is the
 * n-th ticket, on every run; rows with a key go in once; mails of a known conversation are added to it.
 */
export function decideUnits(units: readonly UnitDraft[], memory: Memory): Decided {
  const seen = new Map(memory.seen)
  const added = new Map<string, string>()
  const fates = units.map((unit): UnitFate => {
    const keyDigest = keyDigestOf(unit.key)
    const before = seen.get(keyDigest) ?? 0
    seen.set(keyDigest, before + 1)
    const occurrence = unit.key.startsWith('sha256:') ? before + 1 : 1
    const place = placeOf(keyDigest, occurrence)
    const known = memory.imported.get(place)
    const digest = known?.contentDigest ?? added.get(place)
    if (digest === undefined) {
      added.set(place, unit.contentDigest)
      return { kind: 'new', unit, keyDigest, occurrence }
    }
    if (known && unit.mails.length > 0) return { kind: 'append', unit, known }
    if (digest === unit.contentDigest) return { kind: 'known' }
    return {
      kind: 'refused',
      problem: { line: unit.line, raw: unit.raw, ...(before > 0 ? duplicate : changed) },
    }
  })
  return { fates, seen }
}
