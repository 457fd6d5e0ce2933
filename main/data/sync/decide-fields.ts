import type { FieldConflict } from '../../../shared/mutations/define.ts'
import { isMutationName, mutationByName } from '../../../shared/mutations/index.ts'
import { parseArgs } from '../../../shared/mutations/decide.ts'
import { valueTaken } from '../../../shared/mutations/suggest-merge.ts'
import type { Taken } from '../../../shared/mutations/suggest-merge.ts'
import { insistOn, parkedWithGroups } from './attention.ts'
import type { AttentionDeps, Resolved } from './attention.ts'
import { noteDecision } from './note-decision.ts'
import type { OutboxEntry } from './outbox-store.ts'
import { settleDepartures } from './scope.ts'
import type { LaptopStore } from './store.ts'
import { takeBack } from './take-back.ts'

/** What an agent chose for one field. */
export type FieldChoice = Pick<FieldConflict, 'id' | 'field'> & {
  readonly table: string
  readonly take: Taken
}

const choiceFor = (choices: readonly FieldChoice[], { table, id, field }: FieldConflict): Taken =>
  choices.find(choice => choice.table === table && choice.id === id && choice.field === field)?.take ?? 'mine'

const fieldsOf = ({ verdict }: OutboxEntry): readonly FieldConflict[] =>
  verdict?.kind === 'conflict' ? verdict.conflict.fields.filter(({ table }) => table !== 'messages') : []

/** The intent without the fields where theirs stays; null when nothing of it is left. */
function withoutTheirs(
  entry: OutboxEntry,
  choices: readonly FieldChoice[],
): { readonly args: unknown } | null {
  const conflicts = fieldsOf(entry)
  const theirs = conflicts.filter(conflict => choiceFor(choices, conflict) === 'theirs')
  if (theirs.length === 0) return { args: entry.args }
  if (!isMutationName(entry.name)) return null
  const args = mutationByName(entry.name).without(
    entry.args,
    theirs.map(({ field }) => field),
  )
  return args === null ? null : { args }
}

/** Puts merged values in, joined to what stands now: it may have moved on since the hub answered. */
function withMerges(
  store: LaptopStore,
  { name, verdict }: OutboxEntry,
  { args, choices }: { readonly args: unknown; readonly choices: readonly FieldChoice[] },
): unknown {
  if (!isMutationName(name) || verdict?.kind !== 'conflict') return args
  const merged = verdict.conflict.fields.filter(conflict => choiceFor(choices, conflict) === 'merged')
  if (merged.length === 0) return args
  const values = merged.map(conflict => {
    const theirs = store.rows.get(conflict.table, conflict.id)?.row[conflict.field] ?? conflict.theirs
    return [conflict.field, valueTaken({ ...conflict, theirs }, 'merged')] as const
  })
  const mutation = mutationByName(name)
  const adjusted = mutation.adjust(args, Object.fromEntries(values))
  return parseArgs(mutation, adjusted)?.args ?? args
}

/**
 * Decides parked work field by field: where theirs stays, the field leaves the intent; where both are joined, the
 * joined value goes in its place; the rest is insisted on. Fields nobody chose stay mine. Intents of a group that met
 * nobody go again as they were; one with nothing left is taken back.
 */
export function decideFields(
  deps: AttentionDeps,
  mutationIds: readonly string[],
  choices: readonly FieldChoice[],
): Resolved {
  const { store } = deps
  return store.transaction('durable', () => {
    const entries = parkedWithGroups(store, mutationIds)
    for (const entry of entries) {
      noteDecision(deps, { entry, taken: 'mine', takenOf: conflict => choiceFor(choices, conflict) })
    }
    const kept = entries.flatMap(entry => {
      const left = withoutTheirs(entry, choices)
      if (left) return [{ ...entry, args: left.args }]
      takeBack(deps, entry)
      return []
    })
    insistOn(deps, kept, (entry, args) => withMerges(store, entry, { args, choices }))
    settleDepartures(store)
    return { resolved: entries.length, words: [] }
  })
}
