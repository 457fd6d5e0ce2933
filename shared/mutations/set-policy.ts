import { z } from 'zod'
import type { SlaPolicy } from '../domain/service-levels.ts'
import { WorkKind } from '../domain/values.ts'
import { maySupervise } from '../rules/supervising.ts'
import { sameContent } from '../rules/sla/same-content.ts'
import { calendarsOf, newestVersion, NOTHING_PROMISED, policyContent } from '../rules/sla/versions.ts'
import { defineMutation, insert, isAutomation, many, one } from './define.ts'
import type { Actor, One } from './define.ts'
import { conflictOf } from './parts/conflicts.ts'
import { PolicyArgs } from './parts/levels-args.ts'

/** Who may say what the team promises. */
export const maySetLevels = (actor: Actor): boolean => isAutomation(actor) || maySupervise(actor.role)

const SetPolicyArgs = z.strictObject({
  kind: WorkKind,
  /** The version the editor began with; 0: there was none. */
  seen: z.int().min(0),
  content: PolicyArgs,
})
type SetPolicyArgs = z.infer<typeof SetPolicyArgs>

/** Rows the content names: they must be there, or the promise would count in hours nobody knows. */
function namedRows({ content }: SetPolicyArgs): Readonly<Record<`row${number}`, One<'calendars' | 'teams'>>> {
  const calendars = calendarsOf(content).map(id => one<'calendars' | 'teams'>('calendars', id))
  const teamIds = new Set(content.escalations.flatMap(({ moveToTeamId }) => moveToTeamId ?? []))
  const teams = [...teamIds].map(id => one<'calendars' | 'teams'>('teams', id))
  return Object.fromEntries([...calendars, ...teams].map((read, index) => [`row${index}`, read]))
}

/** What a kind of work promised before; nothing where there was no policy. */
const before = (newest: SlaPolicy | null, { content }: SetPolicyArgs): SetPolicyArgs['content'] => {
  const nothing = { ...content, targets: NOTHING_PROMISED, tiers: [], escalations: [] }
  return PolicyArgs.safeParse(newest && policyContent(newest)).data ?? nothing
}

/**
 * Promises something for a kind of work from now on: a version more, never a change of one. Work that runs keeps the
 * version it has. Offline it waits like any change, and holds from the moment the hub takes it, so that nobody becomes
 * late by it meanwhile. Asks when somebody else has set another version since.
 */
export const setPolicy = defineMutation({
  name: 'slaPolicy.set',
  args: SetPolicyArgs,
  reads: args => ({ versions: many('slaPolicies', { kind: args.kind }), ...namedRows(args) }),
  may: actor => maySetLevels(actor),
  plan: ({ versions }, { kind, content }, context) => {
    const newest = newestVersion(versions)
    if (newest && sameContent(policyContent(newest), content)) return []
    const version = (newest?.version ?? 0) + 1
    const validFromMs = context.acceptedAtMs ?? context.nowMs
    return [insert('slaPolicies', { ...content, id: context.derivedId(0), kind, version, validFromMs })]
  },
  conflict: ({ versions }, { seen, content }) => {
    const newest = newestVersion(versions)
    if (!newest || sameContent(policyContent(newest), content)) return null
    return conflictOf('changed-since', [
      { table: 'slaPolicies', id: newest.id, field: 'version', seen, mine: null, theirs: newest.version },
    ])
  },
  describe: ({ kind }) => ({ key: 'describe.setPolicy', values: { kind } }),
  insist: ({ versions }, args) => ({ ...args, seen: newestVersion(versions)?.version ?? 0 }),
  invert: ({ versions }, args) => {
    const newest = newestVersion(versions)
    const seen = (newest?.version ?? 0) + 1
    return { name: 'slaPolicy.set', args: { kind: args.kind, seen, content: before(newest, args) } }
  },
  coalesceKey: ({ kind }) => `slaPolicy.set:${kind}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
