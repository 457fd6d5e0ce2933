import type { AskedTried, Diagnosis, RemoteSession, TryResult } from '../../shared/domain/diagnosis.ts'
import type { GuideRun } from '../../shared/domain/guides.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import { givenAt } from '../../shared/rules/guides/run-guide.ts'
import { makeId } from '../lib/make-id.ts'
import { act } from './use-action.ts'

/** What people want with a diagnosis; each carries what was on the screen when they decided. */

export type DiagnosisValues = Pick<
  Diagnosis,
  'symptom' | 'errorCode' | 'firstSeenAtMs' | 'frequency' | 'assetId'
>
type DiagnosisEdits = MutationArgs<'diagnosis.set'>['fields']

/** Sends only what differs from what stood there. */
export function saveDiagnosis(ticketId: string, seen: DiagnosisValues | null, values: DiagnosisValues) {
  const frequency = values.frequency === 'other' ? null : values.frequency
  const all: DiagnosisEdits = [
    { field: 'symptom', seen: seen?.symptom ?? null, value: values.symptom },
    { field: 'errorCode', seen: seen?.errorCode ?? null, value: values.errorCode },
    { field: 'firstSeenAtMs', seen: seen?.firstSeenAtMs ?? null, value: values.firstSeenAtMs },
    { field: 'frequency', seen: seen?.frequency ?? null, value: frequency },
    { field: 'assetId', seen: seen?.assetId ?? null, value: values.assetId },
  ]
  const fields = all.filter(edit => (edit.seen ?? '') !== (edit.value ?? ''))
  return fields.length === 0 ? Promise.resolve(null) : act('diagnosis.set', { ticketId, fields })
}

type Tried = { readonly words: string; readonly result: TryResult; readonly outcome: string | null }
export const addTried = (ticketId: string, { words, result, outcome }: Tried) =>
  act('askedTried.add', {
    entryId: makeId(),
    ticketId,
    kind: 'tried',
    words,
    detailKey: null,
    result,
    outcome,
  })

type Asked = { readonly words: string; readonly outcome: string | null; readonly detailKey?: string | null }
export const addAsked = (ticketId: string, { words, outcome, detailKey = null }: Asked) =>
  act('askedTried.add', {
    entryId: makeId(),
    ticketId,
    kind: 'asked',
    words,
    detailKey,
    result: null,
    outcome,
  })

type End = { readonly result: TryResult | null; readonly outcome: string | null }
export const closeEntry = ({ id, result, outcome }: AskedTried, end: End) =>
  act('askedTried.close', { entryId: id, ...end, seen: { result, outcome } })

export const removeEntry = ({ id }: AskedTried) => act('askedTried.remove', { entryId: id })

export const startGuide = (ticketId: string, guideId: string) =>
  act('guideRun.start', { runId: makeId(), ticketId, guideId })

type Answer = { readonly stepId: string; readonly answer: string | null; readonly note: string | null }
export const answerGuide = (run: GuideRun, { stepId, answer, note }: Answer) =>
  act('guideRun.answer', {
    runId: run.id,
    stepId,
    answer,
    note,
    seen: givenAt(run, stepId)?.answer ?? null,
  })

export const endGuide = (
  run: GuideRun,
  state: 'running' | 'finished' | 'stopped',
  reason: string | null = null,
) => act('guideRun.end', { runId: run.id, state, reason, seen: run.state })

type Remote = Omit<MutationArgs<'remote.start'>, 'sessionId'>
export const startRemote = (remote: Remote) => act('remote.start', { ...remote, sessionId: makeId() })

type RemoteEnd = { readonly done: string; readonly endedAtMs: number }
export const endRemote = ({ id, done, endedAtMs }: RemoteSession, end: RemoteEnd) =>
  act('remote.end', { sessionId: id, ...end, seen: { done, endedAtMs } })
