import { expect, test } from 'vitest'
import { tellingDamage } from '../../../main/data/telling-damage.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { RpcHandler } from '../../../shared/rpc/server.ts'

const FACTS = { isCancelled: () => false }

function telling(handle: RpcHandler): { readonly ask: () => unknown; readonly told: string[] } {
  const told: string[] = []
  const { asked } = tellingDamage({ asked: handle }, code => told.push(code))
  return { ask: () => asked?.('input', FACTS), told }
}

test('damage met by a question fails the question and is told', () => {
  const { ask, told } = telling(() => {
    throw new AppError(ErrorCode.DbCorrupt, 'malformed')
  })
  expect(ask).toThrow('malformed')
  expect(told).toEqual(['db-corrupt'])
})

test('damage met after a while is told too', async () => {
  const { ask, told } = telling(() => Promise.reject(new AppError(ErrorCode.DbCorrupt, 'malformed')))
  await expect(ask()).rejects.toThrow('malformed')
  expect(told).toEqual(['db-corrupt'])
})

test('other failures and answers pass as they are', async () => {
  const full = telling(() => {
    throw new AppError(ErrorCode.DiskFull, 'full')
  })
  expect(full.ask).toThrow('full')
  const well = telling((input, { isCancelled }) => [input, isCancelled()])
  expect(well.ask()).toEqual(['input', false])
  const later = telling(() => Promise.resolve(7))
  expect(await later.ask()).toBe(7)
  expect([...full.told, ...well.told, ...later.told]).toEqual([])
})
