import type { Asset } from '../../shared/domain/commerce.ts'
import type { BugReport, Escalation, EscalationState, Impact } from '../../shared/domain/incidents.ts'
import type { KnownIssue } from '../../shared/domain/knowledge.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import { now } from '../lib/clock.ts'
import { makeId } from '../lib/make-id.ts'
import { act } from './use-action.ts'

type IssueEdits = MutationArgs<'knownIssue.edit'>['fields']
export type IssueWords = Omit<MutationArgs<'knownIssue.create'>, 'issueId' | 'code'>

/** The fields that differ from what stands there, each with what was seen. */
export function editsOf(issue: KnownIssue, words: IssueWords): IssueEdits {
  const keys = Object.keys(words) as (keyof IssueWords)[]
  return keys
    .filter(key => JSON.stringify(issue[key]) !== JSON.stringify(words[key]))
    .map(field => ({ field, seen: issue[field], value: words[field] }) as IssueEdits[number])
}

type Raised = {
  readonly ticketId: string
  readonly tier: 'second-line' | 'engineering'
  readonly summary: string
  readonly report: BugReport
  readonly assetId: string | null
  readonly engineeringKey: string | null
  readonly seen: readonly string[]
}
export const raisedArgs = ({ seen, ...raised }: Raised): MutationArgs<'escalation.raise'> => ({
  ...raised,
  escalationId: makeId(),
  seen: [...seen],
})

export const setEscalationState = (escalation: Escalation, value: EscalationState) =>
  act('escalation.edit', {
    escalationId: escalation.id,
    fields: [{ field: 'state', seen: escalation.state, value }],
  })

export const linkEngineering = (escalation: Escalation, value: string | null) =>
  act('escalation.edit', {
    escalationId: escalation.id,
    fields: [{ field: 'engineeringKey', seen: escalation.engineeringKey, value }],
  })

type ImpactEdits = MutationArgs<'impact.edit'>['fields']
type Corrected = Pick<Impact, 'scope' | 'downSinceMs' | 'restoredAtMs' | 'resolvedAtMs'>
/** What differs from how the outage stands, each with what was seen. */
export const impactEdits = (impact: Impact, words: Corrected): ImpactEdits =>
  (['scope', 'downSinceMs', 'restoredAtMs', 'resolvedAtMs'] as const)
    .filter(field => impact[field] !== words[field])
    .map(field => ({ field, seen: impact[field], value: words[field] }) as ImpactEdits[number])

/** It does not work from now on: the clock of the outage starts. */
export const startImpact = ({ id: assetId, customerId }: Asset, ticketId: string | null) =>
  act('impact.start', {
    impactId: makeId(),
    customerId,
    ticketId,
    assetId,
    scope: 'down',
    downSinceMs: now(),
  })

export const restoreImpact = (impact: Impact, atMs = now()) =>
  act('impact.edit', {
    impactId: impact.id,
    fields: [{ field: 'restoredAtMs', seen: impact.restoredAtMs, value: atMs }],
  })
export const reopenImpact = (impact: Impact) =>
  act('impact.edit', {
    impactId: impact.id,
    fields: [
      { field: 'restoredAtMs', seen: impact.restoredAtMs, value: null },
      { field: 'resolvedAtMs', seen: impact.resolvedAtMs, value: null },
    ],
  })
export const resolveImpact = (impact: Impact) =>
  act('impact.edit', {
    impactId: impact.id,
    fields: [{ field: 'resolvedAtMs', seen: impact.resolvedAtMs, value: now() }],
  })
