import type { Asset } from '../../shared/domain/commerce.ts'
import type { AskedTried, Diagnosis, RemoteSession, TryResult } from '../../shared/domain/diagnosis.ts'
import type { GuideRun } from '../../shared/domain/guides.ts'
import type { Intent } from '../../shared/mutations/define.ts'
import { keyedValue } from '../../shared/mutations/parts/keyed-fields.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import { givenAt } from '../../shared/rules/guides/run-guide.ts'
import { makeId } from '../lib/make-id.ts'
import { actAll } from './act-all.ts'
import type { environmentEdits } from './customer-intents.ts'
import { act } from './use-action.ts'

/** What people want with a diagnosis; each carries what was on the screen when they decided. */

export type DiagnosisValues = Pick<
  Diagnosis,
  'symptom' | 'errorCode' | 'firstSeenAtMs' | 'frequency' | 'assetId'
>
type DiagnosisSeen = DiagnosisValues & Pick<Diagnosis, 'environment'>
type DiagnosisEdits = MutationArgs<'diagnosis.set'>['fields']

type Surroundings = ReturnType<typeof environmentEdits>
export type DiagnosisWish = {
  readonly values: DiagnosisValues
  /** The thing it is about: what it runs in is written down with it too. */
  readonly asset: Asset | null
  readonly surroundings: Surroundings
}

/** Sends only what differs from what stood there. */
export async function saveDiagnosis(
  ticketId: string,
  seen: DiagnosisSeen | null,
  { values, asset, surroundings }: DiagnosisWish,
): Promise<void> {
  const frequency = values.frequency === 'other' ? null : values.frequency
  const all: DiagnosisEdits = [
    { field: 'symptom', seen: seen?.symptom ?? null, value: values.symptom },
    { field: 'errorCode', seen: seen?.errorCode ?? null, value: values.errorCode },
    { field: 'firstSeenAtMs', seen: seen?.firstSeenAtMs ?? null, value: values.firstSeenAtMs },
    { field: 'frequency', seen: seen?.frequency ?? null, value: frequency },
    { field: 'assetId', seen: seen?.assetId ?? null, value: values.assetId },
  ]
  const plain = all.filter(edit => (edit.seen ?? '') !== (edit.value ?? ''))
  const before = seen?.environment ?? {}
  const here = surroundings.map(edit => ({ ...edit, seen: keyedValue(before, edit.name) }))
  const there = asset
    ? surroundings.map(edit => ({ ...edit, seen: keyedValue(asset.environment, edit.name) }))
    : []
  const args = { ticketId, fields: [...plain, ...here] }
  if (asset && there.length > 0)
    await actAll([
      { name: 'diagnosis.set', args },
      { name: 'asset.update', args: { assetId: asset.id, fields: there } },
    ])
  else if (args.fields.length > 0) await act('diagnosis.set', args)
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
const asked = (ticketId: string, { words, outcome, detailKey = null }: Asked) => ({
  entryId: makeId(),
  ticketId,
  kind: 'asked' as const,
  words,
  detailKey,
  result: null,
  outcome,
})
export const addAsked = (ticketId: string, wish: Asked) => act('askedTried.add', asked(ticketId, wish))

/** What was answered, and the same where such a thing is written down. */
export const addAnswer = (ticketId: string, wish: Asked, landing: readonly Intent[]) =>
  landing.length === 0
    ? addAsked(ticketId, wish).then(taken => taken !== null)
    : actAll([{ name: 'askedTried.add', args: asked(ticketId, wish) }, ...landing])

type End = { readonly result: TryResult | null; readonly outcome: string | null }
export const closeEntry = ({ id, result, outcome }: AskedTried, end: End) =>
  act('askedTried.close', { entryId: id, ...end, seen: { result, outcome } })

export const removeEntry = ({ id }: AskedTried) => act('askedTried.remove', { entryId: id })

export const startGuide = (ticketId: string, guideId: string) =>
  act('guideRun.start', { runId: makeId(), ticketId, guideId })

type Answer = { readonly stepId: string; readonly answer: string | null; readonly note: string | null }
/** An answer of a guide, and what was found out where such a thing is written down. */
export const answerGuide = (
  run: GuideRun,
  { stepId, answer, note }: Answer,
  landing: readonly Intent[] = [],
) => {
  const seen = givenAt(run, stepId)?.answer ?? null
  const args = { runId: run.id, stepId, answer, note, seen }
  return landing.length === 0
    ? act('guideRun.answer', args).then(taken => taken !== null)
    : actAll([{ name: 'guideRun.answer', args }, ...landing])
}

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
