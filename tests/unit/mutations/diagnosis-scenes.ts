import type { MutationInput, MutationName } from '../../../shared/mutations/index.ts'
import { idOf, NOW_MS } from '../../support/builders.ts'
import { sampleRow } from '../../support/sample-row.ts'
import type { World } from '../../support/row-world.ts'
import { aGuide, aStep, answerTo } from '../rules/guides/random-guides.ts'

export const diagnosisIds = {
  entry: idOf(0x201),
  guide: idOf(0x202),
  run: idOf(0x203),
  session: idOf(0x204),
  list: idOf(0x205),
} as const
const ids = { ...diagnosisIds, customer: idOf(1), ticket: idOf(2), asset: idOf(26), made: idOf(19) }
const place = { customerId: ids.customer, ticketId: ids.ticket }

export const aPairingGuide = aGuide({
  key: 'pairing',
  title: 'Pairing fails',
  steps: [
    { ...aStep('update', [answerTo('done', 'pair'), answerTo('stuck', null)]), notes: 'tried' },
    aStep('pair', [{ ...answerTo('paired', null), end: 'solved' }]),
  ],
})

/** An open question, a guide at work at its first step, a look from afar that goes on. */
export function putDiagnosis(world: World): void {
  const version = { version: 1, isActive: true, createdAtMs: NOW_MS, createdBy: null }
  world.put(
    'askedTried',
    sampleRow('askedTried', { ...place, id: ids.entry, words: 'Which version is it?', source: 'message' }),
  )
  world.put('guides', { ...aPairingGuide, ...version, id: ids.guide })
  world.put(
    'guideRuns',
    sampleRow('guideRuns', { ...place, id: ids.run, guideId: ids.guide, stepId: 'update', version: 1 }),
  )
  world.put('remoteSessions', sampleRow('remoteSessions', { ...place, id: ids.session, startedAtMs: NOW_MS }))
  world.put('requiredDetails', sampleRow('requiredDetails', { id: ids.list, key: 'scanner', version: 3 }))
}

type DiagnosisWork = Extract<
  MutationName,
  | `diagnosis.${string}`
  | `askedTried.${string}`
  | `guide${string}`
  | `remote.${string}`
  | `requiredDetails.${string}`
>

export const diagnosisSamples: { readonly [Name in DiagnosisWork]: MutationInput<Name> } = {
  'diagnosis.set': {
    ticketId: ids.ticket,
    fields: [
      { field: 'symptom', seen: null, value: 'does not pair' },
      { field: 'frequency', seen: null, value: 'always' },
      { field: 'assetId', seen: null, value: ids.asset },
    ],
  },
  'askedTried.add': {
    entryId: ids.made,
    ticketId: ids.ticket,
    kind: 'tried',
    words: 'restart',
    detailKey: null,
    result: 'no-effect',
    outcome: null,
  },
  'askedTried.close': {
    entryId: ids.entry,
    result: null,
    outcome: '8.2',
    seen: { result: null, outcome: null },
  },
  'askedTried.remove': { entryId: ids.entry },
  'guide.set': { seen: 1, isActive: true, content: { ...aPairingGuide, title: 'Pairing fails, again' } },
  'guideRun.start': { runId: ids.made, ticketId: ids.ticket, guideId: ids.guide },
  'guideRun.answer': { runId: ids.run, stepId: 'update', answer: 'done', note: null, seen: null },
  'guideRun.end': { runId: ids.run, state: 'stopped', reason: 'They bought another one', seen: 'running' },
  'remote.start': {
    sessionId: ids.made,
    ticketId: ids.ticket,
    assetId: ids.asset,
    tool: 'Quick Assist',
    consent: 'given',
    consentBy: 'Ana Ruiz',
    consentVia: 'phone',
    startedAtMs: NOW_MS,
  },
  'remote.end': {
    sessionId: ids.session,
    done: 'Set the time server',
    endedAtMs: NOW_MS + 600_000,
    seen: { done: null, endedAtMs: null },
  },
  'requiredDetails.remove': { key: 'scanner', seen: 3 },
  'requiredDetails.set': {
    seen: 3,
    content: {
      key: 'scanner',
      products: ['P40'],
      items: [
        { key: 'symptom', label: { en: 'Symptom' }, question: { en: 'What happens?' }, from: 'symptom' },
      ],
    },
  },
}
