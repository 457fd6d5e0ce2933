import { expect, test } from 'vitest'
import { counted, createWaitingRoom, waitingIn } from '../../../main/data/waiting-room.ts'

test('a call counts as waiting from when it is made until it is settled, also when it fails', async () => {
  const room = createWaitingRoom()
  const isWanted = waitingIn(room.memory)
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const client = counted(room, { call: () => promise, on: () => () => {} })
  expect(isWanted()).toBe(false)
  const [first, second] = [client.call('a', {}), client.call('b', {})]
  expect(isWanted()).toBe(true)
  resolve(1)
  expect(await Promise.all([first, second])).toEqual([1, 1])
  expect(isWanted()).toBe(false)

  const failing = counted(room, { call: () => Promise.reject(new Error('no')), on: () => () => {} })
  await expect(failing.call('a', {})).rejects.toThrow('no')
  expect(isWanted()).toBe(false)
  reject(new Error('settled already'))
})
