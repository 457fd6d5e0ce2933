import { TRY_RESULTS } from '../../../shared/domain/diagnosis.ts'
import type { Guide } from '../../../shared/domain/guides.ts'
import { newestGuide } from '../../../shared/mutations/set-guide.ts'
import { givenAt } from '../../../shared/rules/guides/run-guide.ts'
import type { Intent } from '../../../shared/mutations/define.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { anyOf, fresh, intend, oneOf, rowsOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Weighed = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }
type DiagnosisWork = Extract<
  MutationName,
  | `diagnosis.${string}`
  | `askedTried.${string}`
  | `guide${string}`
  | `remote.${string}`
  | `requiredDetails.${string}`
>

const KEYS = ['pairing', 'wiping', 'setup'] as const

const step = { text: '', say: null, notes: 'tried', isOptional: false }
const answer = { label: 'yes', result: null }
const GUIDE = {
  format: 'tree' as const,
  summary: '',
  language: 'en',
  tags: [],
  fits: { products: [], codes: [], words: [] },
  steps: [
    { ...step, id: 'a', title: 'First', answers: [{ ...answer, id: 'y', next: 'b', end: null }] },
    { ...step, id: 'b', title: 'Then', answers: [{ ...answer, id: 'y', next: null, end: 'solved' }] },
  ],
}

const content = (desk: Desk) => ({ ...GUIDE, key: oneOf(desk, KEYS), title: words(desk).slice(0, 20) })

/** One that is there from the beginning, so that runs do not wait for a supervisor who writes the first. */
export const firstGuide = (id: string): Guide => ({
  ...GUIDE,
  id,
  key: KEYS[0],
  title: 'Pair it again',
  version: 1,
  isActive: true,
  createdAtMs: 0,
  createdBy: null,
})

function setDiagnosis(desk: Desk): Intent | null {
  const ticket = anyOf(desk, 'tickets')
  if (!ticket) return null
  const standing = rowsOf(desk, 'diagnoses').find(({ ticketId }) => ticketId === ticket.id)
  const asset = rowsOf(desk, 'assets').find(({ customerId }) => customerId === ticket.customerId)
  return intend('diagnosis.set', {
    ticketId: ticket.id,
    fields: [
      { field: 'symptom', seen: standing?.symptom ?? null, value: words(desk) },
      { field: 'assetId', seen: standing?.assetId ?? null, value: asset?.id ?? null },
      {
        field: 'environment',
        name: 'os',
        seen: standing?.environment['os'] ?? null,
        value: words(desk),
      },
    ],
  })
}

function addEntry(desk: Desk): Intent | null {
  const ticket = anyOf(desk, 'tickets')
  const kind = oneOf<'asked' | 'tried'>(desk, ['asked', 'tried'])
  if (!ticket) return null
  const result = kind === 'tried' ? oneOf(desk, TRY_RESULTS) : null
  const entry = { words: words(desk), detailKey: null, outcome: null }
  return intend('askedTried.add', { ...entry, entryId: fresh(desk), ticketId: ticket.id, kind, result })
}

function closeEntry(desk: Desk): Intent | null {
  const entry = anyOf(desk, 'askedTried')
  if (!entry) return null
  const result = entry.kind === 'tried' ? oneOf(desk, TRY_RESULTS) : null
  const seen = { result: entry.result, outcome: entry.outcome }
  return intend('askedTried.close', { entryId: entry.id, result, outcome: words(desk), seen })
}

function setGuide(desk: Desk): Intent {
  const wanted = content(desk)
  const standing = newestGuide(rowsOf(desk, 'guides').filter(({ key }) => key === wanted.key))
  return intend('guide.set', { seen: standing?.version ?? 0, isActive: true, content: wanted })
}

function answerRun(desk: Desk): Intent | null {
  const run = anyOf(desk, 'guideRuns')
  if (!run) return null
  const stepId = desk.random() < 0.8 ? (run.stepId ?? 'a') : 'a'
  const standing = givenAt(run, stepId)?.answer ?? null
  const answer = standing === null ? 'y' : null
  return intend('guideRun.answer', { runId: run.id, stepId, answer, note: null, seen: standing })
}

/** Looking into faults, as agents do it. */
export const diagnosisActs: { readonly [Name in DiagnosisWork]: Weighed } = {
  'diagnosis.set': { weight: 4, act: setDiagnosis },
  'askedTried.add': { weight: 4, act: addEntry },
  'askedTried.close': { weight: 3, act: closeEntry },
  'askedTried.remove': {
    weight: 1,
    act: desk => {
      const entry = anyOf(desk, 'askedTried')
      return entry ? intend('askedTried.remove', { entryId: entry.id }) : null
    },
  },
  'guide.set': { weight: 1, act: setGuide },
  'guideRun.start': {
    weight: 3,
    act: desk => {
      const [ticket, guide] = [anyOf(desk, 'tickets'), anyOf(desk, 'guides')]
      if (!ticket || !guide) return null
      return intend('guideRun.start', { runId: fresh(desk), ticketId: ticket.id, guideId: guide.id })
    },
  },
  'guideRun.answer': { weight: 5, act: answerRun },
  'guideRun.end': {
    weight: 1,
    act: desk => {
      const run = anyOf(desk, 'guideRuns')
      const state = oneOf<'stopped' | 'running'>(desk, ['stopped', 'running'])
      return run ? intend('guideRun.end', { runId: run.id, state, reason: null, seen: run.state }) : null
    },
  },
  'remote.start': {
    weight: 2,
    act: desk => {
      const ticket = anyOf(desk, 'tickets')
      if (!ticket) return null
      return intend('remote.start', {
        sessionId: fresh(desk),
        ticketId: ticket.id,
        assetId: null,
        tool: 'Quick Assist',
        consent: oneOf(desk, ['given', 'refused']),
        consentBy: words(desk),
        consentVia: 'phone',
        startedAtMs: Math.max(0, desk.nowMs),
      })
    },
  },
  'remote.end': {
    weight: 3,
    act: desk => {
      const session = anyOf(desk, 'remoteSessions')
      if (!session) return null
      const { id: sessionId, done, endedAtMs } = session
      const seen = { done, endedAtMs }
      return intend('remote.end', { sessionId, done: words(desk), endedAtMs: Math.max(0, desk.nowMs), seen })
    },
  },
  'requiredDetails.remove': {
    weight: 4,
    act: desk => {
      const list = anyOf(desk, 'requiredDetails')
      return list ? intend('requiredDetails.remove', { key: list.key, seen: list.version }) : null
    },
  },
  'requiredDetails.set': {
    weight: 1,
    act: desk => {
      const key = oneOf(desk, KEYS)
      const standing = rowsOf(desk, 'requiredDetails').find(row => row.key === key)
      const item = { key: 'symptom', label: { en: words(desk) }, question: {}, from: 'symptom' }
      const details = { key, products: [], items: [item] }
      return intend('requiredDetails.set', { seen: standing?.version ?? 0, content: details })
    },
  },
}
