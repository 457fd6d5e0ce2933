import { expect, test } from 'vitest'
import { approvalsOnHub, decideOnHub } from '../../../main/data/remote/approvals.ts'
import type { Hub } from '../../../main/data/remote/hub.ts'
import type { Answered } from '../../../main/data/remote/remote.ts'
import type { PushAnswer, PushRequest, Verdict } from '../../../shared/protocol/push.ts'
import { freshId, NOW_MS } from '../../support/builders.ts'

const mutationId = freshId()
const entry = { mutationId, name: 'approval.decide', args: { approvalId: freshId(), outcome: 'approved' } }
const from = { clientId: freshId(), epoch: 'e1', nowMs: NOW_MS }

/** A hub that answers every push alike and keeps what was pushed. */
function hubThat(answer: Answered<Verdict>) {
  const pushed: PushRequest[] = []
  const push = async (request: PushRequest): Promise<Answered<PushAnswer>> => {
    pushed.push(request)
    return answer.ok
      ? { ok: true, value: { epoch: 'e1', verdicts: [answer.value], hubTimeMs: NOW_MS } }
      : answer
  }
  return { pushed, hub: { push } as unknown as Hub }
}
const saying = (verdict: Verdict) => hubThat({ ok: true, value: verdict })

test('one intent goes to the hub as a push of its own, with the id it was given', async () => {
  const { hub, pushed } = saying({ kind: 'done', mutationId, rows: [] })
  expect(await decideOnHub(hub, entry, from)).toBe('done')
  expect(pushed).toMatchObject([
    {
      clientId: from.clientId,
      epoch: 'e1',
      sentAtMs: NOW_MS,
      entries: [{ ...entry, groupId: null, replayed: false }],
    },
  ])
})

test('what somebody else has decided is said to have changed, a refusal is an error of its own', async () => {
  const gone = saying({ kind: 'gone', mutationId, table: 'approvals', id: 'a' })
  expect(await decideOnHub(gone.hub, entry, from)).toBe('changed')
  const moved = saying({
    kind: 'conflict',
    mutationId,
    rows: [],
    conflict: { reason: 'changed-since', fields: [] },
  })
  expect(await decideOnHub(moved.hub, entry, from)).toBe('changed')
  const refused = saying({ kind: 'rejected', mutationId, code: 'not-allowed', rows: [] })
  await expect(decideOnHub(refused.hub, entry, from)).rejects.toMatchObject({ code: 'not-allowed' })
  const undecided = saying({ kind: 'retry', mutationId, code: 'epoch', afterMs: 0 })
  await expect(decideOnHub(undecided.hub, entry, from)).rejects.toMatchObject({ code: 'hub-unreachable' })
})

test('without a line, or before the hub was ever heard of, nothing is decided and it says so', async () => {
  const away = hubThat({ ok: false, failure: { kind: 'offline' } })
  await expect(decideOnHub(away.hub, entry, from)).rejects.toMatchObject({ code: 'offline' })
  const unknown = saying({ kind: 'done', mutationId, rows: [] })
  await expect(decideOnHub(unknown.hub, entry, { ...from, epoch: null })).rejects.toMatchObject({
    code: 'offline',
  })
  expect(unknown.pushed).toEqual([])
})

test('an answer that is no list of approvals is a bad answer', async () => {
  const answering = (text: string) => {
    const send: Hub['send'] = async (_request, read) => {
      try {
        return { ok: true, value: await read({ text: async () => text } as never) }
      } catch {
        return { ok: false, failure: { kind: 'bad-answer' } }
      }
    }
    return { send } as unknown as Hub
  }
  expect(await approvalsOnHub(answering('{"approvals":[],"others":3}'))).toEqual({ approvals: [], others: 3 })
  await expect(approvalsOnHub(answering('{"approvals":[{}]}'))).rejects.toMatchObject({ code: 'bad-answer' })
})
