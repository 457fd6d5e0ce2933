import { describe, expect, test, vi } from 'vitest'
import { askTogether } from '../../../renderer/data/ask-together.ts'
import type { Question } from '../../../shared/contract/questions.ts'
import { QUESTIONS_LIMIT } from '../../../shared/contract/asking.ts'
import type { PackedReply } from '../../../shared/contract/reply.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

const echo = (questions: readonly Question[]): PackedReply[] =>
  questions.map(({ name, input }) => ({ ok: true, json: JSON.stringify({ name, input }) }))

describe('queries asked in one go', () => {
  test('travel in one message, in order, and each gets its own answer', async () => {
    const ask = vi.fn(async (questions: readonly Question[]) => echo(questions))
    const call = askTogether(ask)
    const both = Promise.all([call('tickets.get', { ticketId: 'a' }), call('threads.counts', {})])
    expect(await both).toEqual([
      { name: 'tickets.get', input: { ticketId: 'a' } },
      { name: 'threads.counts', input: {} },
    ])
    await call('directory.get', {})
    expect(ask.mock.calls.map(([questions]) => questions.map(({ name }) => name))).toEqual([
      ['tickets.get', 'threads.counts'],
      ['directory.get'],
    ])
  })

  test('are cut into messages the other side takes', async () => {
    const ask = vi.fn(async (questions: readonly Question[]) => echo(questions))
    const call = askTogether(ask)
    const many = Array.from({ length: QUESTIONS_LIMIT + 1 }, (_, index) => call('tickets.get', { index }))
    expect(await Promise.all(many)).toHaveLength(QUESTIONS_LIMIT + 1)
    expect(ask.mock.calls.map(([questions]) => questions.length)).toEqual([QUESTIONS_LIMIT, 1])
  })

  test('fail alone when one is refused, and together when nobody answers', async () => {
    const error = { code: ErrorCode.NotFound, message: 'gone', details: {} }
    const call = askTogether(async ([first, ...rest]) => [{ ok: false, error }, ...echo(first ? rest : [])])
    const [refused, answered] = await Promise.allSettled([
      call('tickets.get', { ticketId: 'a' }),
      call('threads.counts', {}),
    ])
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } })
    expect(answered).toMatchObject({ status: 'fulfilled' })

    const down = askTogether(() => Promise.reject(new AppError(ErrorCode.DataUnavailable, 'down')))
    const all = await Promise.allSettled([down('tickets.get', {}), down('threads.counts', {})])
    expect(all.map(each => (each.status === 'rejected' ? (each.reason as AppError).code : ''))).toEqual([
      'data-unavailable',
      'data-unavailable',
    ])
  })

  test('reject where an answer is missing', async () => {
    await expect(askTogether(async () => [])('threads.counts', {})).rejects.toThrow('without an answer')
  })
})
