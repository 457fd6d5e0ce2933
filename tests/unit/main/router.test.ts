import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createRouter } from '../../../main/ipc/router.ts'
import type { MainHandlers, Route } from '../../../main/ipc/router.ts'
import { contract } from '../../../shared/contract/index.ts'
import { internalMethods } from '../../../shared/contract/internal.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { silentLog } from '../../../shared/log.ts'

const context = { windowId: 1, kind: 'console' } as const

function routerWith(answers: Partial<MainHandlers> = {}): {
  route: Route
  callData: ReturnType<typeof vi.fn>
} {
  const callData = vi.fn(async () => 'from data')
  // Tests name the handlers they use; any other one would be a defect that fails the test.
  const route = createRouter({ handlers: answers as MainHandlers, callData, log: silentLog })
  return { route, callData }
}

describe('the router', () => {
  test('refuses a method that the contract does not have', async () => {
    const { route } = routerWith()
    expect(await route('sql.run', {}, context)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('refuses names that every object has', async () => {
    const { route } = routerWith()
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
      expect(await route(name, {}, context)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    }
  })

  test('never forwards what only main may ask of the data process', async () => {
    const { route, callData } = routerWith()
    for (const name of Object.keys(internalMethods)) {
      expect(await route(name, {}, context)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    }
    expect(callData).not.toHaveBeenCalled()
  })

  test('refuses input that does not fit, naming where', async () => {
    const { route, callData } = routerWith()
    const reply = await route('tickets.get', { ticketId: 'x' }, context)
    expect(reply).toEqual({
      ok: false,
      error: { code: 'bad-request', message: 'Input refused', details: { where: 'ticketId' } },
    })
    expect(callData).not.toHaveBeenCalled()
  })

  test('refuses fields that nobody declared', async () => {
    const { route, callData } = routerWith()
    expect(await route('directory.get', { role: 'admin' }, context)).toMatchObject({
      error: { code: 'bad-request' },
    })
    expect(callData).not.toHaveBeenCalled()
  })

  test('hands the parsed input on, defaults filled in', async () => {
    const { route, callData } = routerWith()
    expect(await route('sync.ledger', {}, context)).toEqual({ ok: true, value: 'from data' })
    expect(callData).toHaveBeenCalledWith('sync.ledger', { limit: 100 })
  })

  test("answers main's own methods itself", async () => {
    const { route, callData } = routerWith({ 'app.copyText': ({ text }) => ({ copied: text === 'hello' }) })
    expect(await route('app.copyText', { text: 'hello' }, context)).toEqual({
      ok: true,
      value: { copied: true },
    })
    expect(callData).not.toHaveBeenCalled()
  })

  test('passes a coded error on and keeps the text of any other one', async () => {
    const { route } = routerWith({
      'session.retry': () => {
        throw new AppError(ErrorCode.DiskFull, 'No space')
      },
      'session.openDemo': () => {
        throw new Error('the customer said: my card number is 4111')
      },
    })
    expect(await route('session.retry', {}, context)).toMatchObject({ error: { code: 'disk-full' } })
    const reply = await route('session.openDemo', {}, context)
    expect(reply).toMatchObject({ error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('4111')
  })

  test('answers anything at all with a value and never throws', async () => {
    const { route } = routerWith()
    const names = fc.oneof(fc.string(), fc.constantFrom(...Object.keys(contract)), fc.anything())
    await fc.assert(
      fc.asyncProperty(names, fc.anything(), async (name, input) => {
        const reply = await route(name, input, context)
        expect(typeof reply.ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})

describe('several questions in one message', () => {
  const TICKET = '0190a000-0000-7000-8000-000000000001'
  function asking(answer: (questions: readonly { name: string }[]) => unknown) {
    const callData = vi.fn(async (_name: string, input: unknown) =>
      answer((input as { questions: { name: string }[] }).questions),
    )
    const route = createRouter({ handlers: {} as MainHandlers, callData, log: silentLog })
    const ask = (questions: readonly unknown[], kind: 'console' | 'supervisor' = 'console') =>
      route('questions.ask', { questions }, { windowId: 1, kind })
    return { ask, callData }
  }
  const named = (questions: readonly { name: string }[]) =>
    questions.map(({ name }) => ({ ok: true, json: JSON.stringify(name) }))

  test('each passes the same door: parsed, or refused alone and in its place', async () => {
    const { ask, callData } = asking(named)
    const reply = await ask([
      { name: 'tickets.get', input: { ticketId: TICKET } },
      { name: 'tickets.get', input: { ticketId: 'x' } },
      { name: 'sql.run', input: {} },
      { name: 'note.add', input: {} },
      { name: 'session.signOut', input: { forget: true } },
      { name: 'questions.ask', input: { questions: [] } },
      { name: 'data.open', input: {} },
      { name: 'views.counts', input: {} },
      { name: 'sync.ledger', input: {} },
    ])
    const codes = [
      'bad-request',
      'not-found',
      'bad-request',
      'bad-request',
      'bad-request',
      'not-found',
      'bad-request',
    ]
    expect(reply).toMatchObject({
      ok: true,
      value: [
        { ok: true, json: '"tickets.get"' },
        ...codes.map(code => ({ ok: false, error: { code } })),
        { ok: true, json: '"sync.ledger"' },
      ],
    })
    expect(callData.mock.calls).toEqual([
      [
        'questions.answer',
        {
          questions: [
            { name: 'tickets.get', input: { ticketId: TICKET } },
            { name: 'sync.ledger', input: { limit: 100 } },
          ],
        },
      ],
    ])
  })

  test('a window gets no further with many than with one', async () => {
    const { ask, callData } = asking(named)
    const bare = { ok: false, error: { code: 'not-found' } }
    expect(await ask([{ name: 'tickets.get', input: { ticketId: TICKET } }], 'supervisor')).toMatchObject({
      value: [bare],
    })
    expect(await ask([{ name: 'board.issues', input: {} }])).toMatchObject({ value: [bare] })
    expect(callData).not.toHaveBeenCalled()
    expect(await ask([{ name: 'board.issues', input: {} }], 'supervisor')).toMatchObject({
      value: [{ ok: true, json: '"board.issues"' }],
    })
  })

  test('an error of one keeps its code, and no answer is an error too', async () => {
    const error = { code: ErrorCode.DbCorrupt, message: 'broken', details: {} }
    const broken = asking(() => [{ ok: false, error }])
    expect(await broken.ask([{ name: 'threads.counts', input: {} }])).toMatchObject({
      value: [{ ok: false, error: { code: 'db-corrupt' } }],
    })
    const silent = asking(() => [])
    expect(await silent.ask([{ name: 'threads.counts', input: {} }])).toMatchObject({
      value: [{ ok: false, error: { code: 'internal' } }],
    })
  })
})
