import { z } from 'zod'
import type { Calendar, SlaPolicy } from '../domain/service-levels.ts'
import { sameContent } from '../rules/sla/same-content.ts'
import {
  calendarContent,
  calendarsOf,
  newestVersion,
  readPolicyContent,
  withCalendar,
} from '../rules/sla/versions.ts'
import { defineMutation, insert, many } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { conflictOf } from './parts/conflicts.ts'
import { CalendarArgs } from './parts/levels-args.ts'
import { maySetLevels } from './set-policy.ts'

/** What policies call a calendar, the same in all its versions. */
export const CalendarKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'small letters, digits and -')

/** Places of the policies that follow, behind the calendar itself. */
const FIRST_POLICY = 1

type Following = {
  readonly versions: readonly Calendar[]
  readonly calendarId: string
  readonly place: number
}

/** A policy follows to the newest hours by a version of its own: promises under the old ones stay explained. */
function follow(
  policies: readonly SlaPolicy[],
  { versions, calendarId, place }: Following,
  context: MutationContext,
): readonly Change[] {
  const newest = newestVersion(policies)
  const content = newest && readPolicyContent(newest)
  const old = new Set(versions.map(({ id }) => id))
  if (!content || newest.kind === 'other' || !calendarsOf(content).some(id => old.has(id))) return []
  const validFromMs = context.acceptedAtMs ?? context.nowMs
  return [
    insert('slaPolicies', {
      ...withCalendar(content, { old, by: calendarId }),
      id: context.derivedId(FIRST_POLICY + place),
      kind: newest.kind,
      version: newest.version + 1,
      validFromMs,
    }),
  ]
}

/** Sets the hours of a calendar from now on, as a version more, and with it a version of each policy that counts in it. */
export const setCalendar = defineMutation({
  name: 'calendar.set',
  args: z.strictObject({
    key: CalendarKey,
    /** The version the editor began with; 0: a new calendar. */
    seen: z.int().min(0),
    content: CalendarArgs,
  }),
  reads: ({ key }) => ({
    versions: many('calendars', { key }),
    service: many('slaPolicies', { kind: 'service' }),
    support: many('slaPolicies', { kind: 'support' }),
  }),
  may: actor => maySetLevels(actor),
  plan: ({ versions, service, support }, { key, content }, context) => {
    const newest = newestVersion(versions)
    if (newest && sameContent(calendarContent(newest), content)) return []
    const calendarId = context.derivedId(0)
    const createdAtMs = context.acceptedAtMs ?? context.nowMs
    const version = (newest?.version ?? 0) + 1
    return [
      insert('calendars', { ...content, id: calendarId, key, version, createdAtMs }),
      ...[service, support].flatMap((policies, place) =>
        follow(policies, { versions, calendarId, place }, context),
      ),
    ]
  },
  conflict: ({ versions }, { seen, content }) => {
    const newest = newestVersion(versions)
    if (!newest || sameContent(calendarContent(newest), content)) return null
    return conflictOf('changed-since', [
      { table: 'calendars', id: newest.id, field: 'version', seen, mine: null, theirs: newest.version },
    ])
  },
  describe: ({ content }) => ({ key: 'describe.setCalendar', values: { name: content.name } }),
  insist: ({ versions }, args) => ({ ...args, seen: newestVersion(versions)?.version ?? 0 }),
  // A calendar that was new stays: nothing counts in it unless a policy says so.
  invert: ({ versions }, { key }) => {
    const newest = newestVersion(versions)
    const content = CalendarArgs.safeParse(newest && calendarContent(newest)).data
    return newest && content
      ? { name: 'calendar.set', args: { key, seen: newest.version + 1, content } }
      : null
  },
  coalesceKey: ({ key }) => `calendar.set:${key}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
