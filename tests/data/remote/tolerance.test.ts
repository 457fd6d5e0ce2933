import { expect, test } from 'vitest'
import {
  TolerantLiveFrame,
  TolerantPullAnswer,
  TolerantPushAnswer,
} from '../../../main/data/remote/tolerance.ts'
import { sampleId } from '../../support/sample-row.ts'

const row = { kind: 'row', seq: 1, table: 'notes', id: 'a', row: { id: 'a' } }
const blessing = { kind: 'blessing', seq: 2, by: 'the hub' }

test('entries of kinds this version does not know are passed over, in pages and in hints', () => {
  const page = { kind: 'page', epoch: 'e', entries: [blessing, row], cursor: 'c', more: false, hubTimeMs: 1 }
  expect(TolerantPullAnswer.parse(page)).toMatchObject({ cursor: 'c', entries: [row] })
  const hint = { kind: 'hint', seq: 2, fromSeq: 0, entries: [row, blessing], cursor: 'c' }
  expect(TolerantLiveFrame.parse(hint)).toMatchObject({ seq: 2, entries: [row] })
})

test('a snapshot that is needed for an unknown reason is needed all the same', () => {
  const needed = { kind: 'snapshot-needed', epoch: 'e', reason: 'moon-phase' }
  expect(TolerantPullAnswer.parse(needed)).toMatchObject({ kind: 'snapshot-needed', reason: 'horizon' })
})

test('an unknown verdict decides nothing yet; the others count', () => {
  const [known, unknown] = [sampleId(), sampleId()]
  const verdicts = [
    { kind: 'applauded', mutationId: unknown, rows: [] },
    { kind: 'done', mutationId: known, rows: [] },
  ]
  expect(TolerantPushAnswer.parse({ epoch: 'e', verdicts, hubTimeMs: 1 }).verdicts).toMatchObject([
    { kind: 'retry', mutationId: unknown, code: 'hub-too-new' },
    { kind: 'done', mutationId: known },
  ])
})

test.each([
  [
    'an entry without a kind',
    { kind: 'page', epoch: 'e', entries: [{ seq: 1 }], cursor: 'c', more: false, hubTimeMs: 1 },
  ],
  [
    'a known entry that does not fit',
    { kind: 'page', epoch: 'e', entries: [{ ...row, seq: 'one' }], cursor: 'c', more: false, hubTimeMs: 1 },
  ],
  ['no page at all', { status: 'ok' }],
])('%s is refused as before', (_what, answer) => {
  expect(TolerantPullAnswer.safeParse(answer).success).toBe(false)
})
