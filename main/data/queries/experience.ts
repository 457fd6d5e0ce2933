import type { ExperienceView } from '../../../shared/contract/between.ts'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { badMoments, experienceSince } from '../../../shared/rules/experience/bad-moments.ts'
import type { BadMoment } from '../../../shared/rules/experience/bad-moments.ts'
import { complaintRecovery } from '../../../shared/rules/experience/complaint-recovery.ts'
import { experienceAlert } from '../../../shared/rules/experience/experience-alert.ts'
import type { Recovery } from '../../../shared/rules/experience/experience-alert.ts'
import { experienceRule } from '../../../shared/rules/experience/experience-rule.ts'
import { isDone } from '../../../shared/rules/thread-life.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { evidenceOfPeople } from './experience-evidence.ts'
import type { FoundEvidence } from './experience-evidence.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'
import { teamRule } from './team-rules.ts'

const MOMENTS_SHOWN = 20

function followUpsOf(db: ReadableDb, ids: readonly string[]): readonly Recovery[] {
  if (ids.length === 0) return []
  return selectRows(db, 'followUps', {
    tail: 'WHERE id IN (SELECT value FROM json_each(?)) ORDER BY created_at_ms DESC',
    params: [JSON.stringify(ids)],
  }).map(({ id, title, state, dueAtMs, completedAtMs }) => ({ id, title, state, dueAtMs, completedAtMs }))
}

/** Complaints with their plans, newest first. */
function complaintsOf(db: ReadableDb, ids: readonly string[]): readonly Recovery[] {
  if (ids.length === 0) return []
  const within = JSON.stringify(ids)
  const steps = selectRows(db, 'recoverySteps', {
    tail: 'WHERE complaint_id IN (SELECT value FROM json_each(?))',
    params: [within],
  })
  const byComplaint = Map.groupBy(steps, ({ complaintId }) => complaintId)
  return selectRows(db, 'complaints', {
    tail: 'WHERE id IN (SELECT value FROM json_each(?)) ORDER BY opened_at_ms DESC',
    params: [within],
  }).flatMap(complaint => complaintRecovery(complaint, byComplaint.get(complaint.id) ?? []) ?? [])
}

const recoveriesOf = (db: ReadableDb, evidence: FoundEvidence | undefined): readonly Recovery[] => [
  ...followUpsOf(db, evidence?.recoveryIds ?? []),
  ...complaintsOf(db, evidence?.complaintIds ?? []),
]

function withNumbers(db: ReadableDb, moments: readonly BadMoment[]): ExperienceView['moments'] {
  const numbers = all<{ id: string; number: number | null }>(
    db,
    'SELECT id, number FROM tickets WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(moments.map(({ ticketId }) => ticketId))],
  )
  const byId = new Map(numbers.map(({ id, number }) => [id, number]))
  return moments.map(moment => ({ ...moment, number: byId.get(moment.ticketId ?? '') ?? null }))
}

/** How the last weeks were for a customer, with the row behind each bad moment. */
export function getExperience({ db, clock }: QueryContext, customerId: string): ExperienceView {
  const rule = experienceRule(teamRule(db, 'experience'))
  const nowMs = clock.now()
  const evidence = evidenceOfPeople(db, [customerId], experienceSince(rule, nowMs)).get(customerId)
  const moments = evidence ? badMoments(evidence, rule, nowMs) : []
  const recoveries = recoveriesOf(db, evidence)
  return {
    alert: experienceAlert(moments, recoveries),
    moments: withNumbers(db, moments.slice(0, MOMENTS_SHOWN)),
    recoveries,
    windowDays: rule.windowDays,
    recoveryDays: rule.recoveryDays,
  }
}

/**
 * Bad experiences nobody has made up for, by customer, for rows of the list that are still being worked on. A
 * few look-ups by index for a whole page.
 */
export function countExperiences(
  { db, clock }: QueryContext,
  rows: readonly Pick<ListRow, 'customerId' | 'threads'>[],
): ReadonlyMap<string, number> {
  const open = rows.filter(({ threads }) => !threads.every(isDone)).map(({ customerId }) => customerId)
  if (open.length === 0) return new Map()
  const rule = experienceRule(teamRule(db, 'experience'))
  const nowMs = clock.now()
  const found = evidenceOfPeople(db, open, experienceSince(rule, nowMs))
  return new Map(
    [...found].flatMap(([customerId, evidence]) => {
      const moments = badMoments(evidence, rule, nowMs)
      if (moments.length === 0) return []
      return [[customerId, experienceAlert(moments, recoveriesOf(db, evidence)).count]]
    }),
  )
}
