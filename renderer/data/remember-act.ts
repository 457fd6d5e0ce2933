import type { Call, MethodName, Output } from '../../shared/contract/index.ts'
import type { Description } from '../../shared/mutations/define.ts'
import { parseArgs } from '../../shared/mutations/decide.ts'
import { isMutationName, mutationByName } from '../../shared/mutations/index.ts'
import { now } from '../lib/clock.ts'
import { rememberAct } from '../stores/undo-store.ts'

type Item = { readonly name: string; readonly args?: unknown }

/** Private work, and people and tickets that are new: they are thrown away, not undone. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'draft.save',
  'draft.discard',
  'customer.create',
  'ticket.create',
  'organisation.create',
  // Kept as one goes along.
  'practice.keep',
  'firstSteps.mark',
  // Said to somebody, or undone already.
  'firstSteps.begin',
  'coaching.answer',
  'coaching.takeBack',
  'kudos.takeBack',
])

type Watcher = (name: string, input: unknown) => void
const watchers = new Set<Watcher>()
/** Hears of every intent that was taken; returns a function that stops it. */
export function watchActs(watcher: Watcher): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

function descriptionOf({ name, args }: Item): Description | null {
  if (!isMutationName(name) || LEFT_OUT.has(name)) return null
  const mutation = mutationByName(name)
  const parsed = parseArgs(mutation, args)
  return parsed && mutation.describe(parsed.args)
}

/** Notes what a taken intent was, so that it can be undone. Other methods pass by. */
export function noteAct<Name extends MethodName>(name: Name, input: Call<Name>, output: Output<Name>): void {
  for (const watcher of watchers) watcher(name, input)
  if (name === 'mutations.group') {
    const { items, holdMs = 0 } = input as Call<'mutations.group'>
    const { mutationIds } = output as Output<'mutations.group'>
    const [first] = items
    if (!first || items.some(item => LEFT_OUT.has(item.name))) return
    note(first, { mutationIds, leavesAtMs: holdMs > 0 ? now() + holdMs : null })
  } else if (isMutationName(name)) {
    const { mutationId } = output as Output<'note.add'>
    note({ name, args: input }, { mutationIds: [mutationId], leavesAtMs: null })
  }
}

function note(
  item: Item,
  act: { readonly mutationIds: readonly string[]; readonly leavesAtMs: number | null },
): void {
  const description = descriptionOf(item)
  if (description) rememberAct({ ...act, description, tickets: 1 })
}
