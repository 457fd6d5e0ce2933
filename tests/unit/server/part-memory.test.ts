import { expect, test } from 'vitest'
import { createPartMemory } from '../../../server/db/part-memory.ts'

const rows = (bytes: number) => ({
  packed: new Uint8Array(bytes),
  count: 1,
  last: { customerId: '', id: 'x' },
  isEnd: true,
})

test('what was asked for last stays, up to so many bytes', () => {
  const memory = createPartMemory(10)
  memory.put('w,a', rows(4))
  memory.put('w,b', rows(4))
  expect(memory.get('w,a')).toEqual(rows(4))
  memory.put('w,c', rows(4))
  expect(memory.get('w,b')).toBeNull()
  expect(memory.get('w,a')).toEqual(rows(4))
  memory.put('w,a', rows(6))
  expect(memory.get('w,c')).toEqual(rows(4))
  expect(memory.get('w,a')).toEqual(rows(6))
})

test('what is larger than all there is room for does not stay', () => {
  const memory = createPartMemory(10)
  memory.put('w,a', rows(11))
  expect(memory.get('w,a')).toBeNull()
})

test('a workspace is forgotten without the others', () => {
  const memory = createPartMemory(10)
  memory.put('v,a', rows(4))
  memory.put('w,a', rows(4))
  memory.forget('v')
  expect(memory.get('v,a')).toBeNull()
  memory.put('w,b', rows(6))
  expect(memory.get('w,a')).toEqual(rows(4))
})
