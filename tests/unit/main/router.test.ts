import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createRouter } from '../../../main/ipc/router.ts'
import type { MainHandlers, Route } from '../../../main/ipc/router.ts'
import { contract } from '../../../shared/contract/index.ts'
import { internalMethods } from '../../../shared/contract/internal.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { silentLog } from '../../../shared/log.ts'

const context = { windowId: 1 }

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
