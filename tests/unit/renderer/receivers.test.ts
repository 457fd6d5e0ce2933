import { describe, expect, test } from 'vitest'
import {
  parseAddress,
  parseAddresses,
  receiversLabel,
  unique,
  without,
} from '../../../renderer/lib/receivers.ts'

const ana = { name: 'Ana Ruiz', address: 'ana@example.com' }
const boss = { name: null, address: 'boss@example.com' }

describe('receivers on the button', () => {
  test('names the first, counts the rest', () => {
    expect(receiversLabel({ to: [ana, boss], cc: [boss] })).toEqual({ name: 'Ana Ruiz', more: 1, cc: 1 })
  })

  test('without a name the address stands for it', () => {
    expect(receiversLabel({ to: [boss], cc: [] })).toEqual({ name: 'boss@example.com', more: 0, cc: 0 })
  })

  test('nobody is nobody', () => {
    expect(receiversLabel({ to: [], cc: [] }).name).toBeNull()
  })
})

describe('addresses as people type them', () => {
  test('plain and with a name', () => {
    expect(parseAddress('ana@example.com')).toEqual({ name: null, address: 'ana@example.com' })
    expect(parseAddress('"Ruiz, Ana" <ana@example.com>')).toEqual({
      name: 'Ruiz, Ana',
      address: 'ana@example.com',
    })
  })

  test('what is none is kept for correction', () => {
    expect(parseAddresses('ana@example.com; nonsense, boss@example.com')).toEqual({
      addresses: [{ name: null, address: 'ana@example.com' }, boss],
      rest: 'nonsense',
    })
  })

  test.each(['', 'ana', 'ana@', '@example.com', 'ana@example', 'a b@example.com'])('%j is none', text => {
    expect(parseAddress(text)).toBeNull()
  })

  test('the same mailbox counts once however it is written', () => {
    const loud = { name: null, address: 'ANA@example.com' }
    expect(unique([ana, loud])).toEqual([ana])
    expect(without([ana, boss], loud)).toEqual([boss])
  })
})
