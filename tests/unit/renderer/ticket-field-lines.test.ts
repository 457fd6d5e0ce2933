import { describe, expect, test } from 'vitest'
import { fieldLines, paneOf, spokenField } from '../../../renderer/lib/ticket-field-lines.ts'

describe('custom fields', () => {
  test('stand where their kind of work is done', () => {
    expect(paneOf('order', ['service', 'support'])).toBe('service')
    expect(paneOf('symptom', ['service', 'support'])).toBe('support')
    expect(paneOf('order', ['support'])).toBe('support')
    expect(paneOf('symptom', ['service'])).toBe('service')
    expect(paneOf('order', [])).toBe('service')
  })

  test('what belongs together is one line, and what is known is counted', () => {
    const fields = {
      order: '7719',
      tried: 'restart, re-pair',
      symptom: 'does not pair',
      notTried: 'USB update',
      errorCode: 'E-310',
      frequency: 'every time',
      diagnosisAsked: 6,
      diagnosisKnown: 4,
    }
    expect(fieldLines(fields)).toEqual({
      lines: [
        {
          name: 'symptom',
          value: 'does not pair, E-310',
          details: [{ name: 'frequency', value: 'every time' }],
        },
        { name: 'tried', value: 'restart, re-pair', details: [{ name: 'notTried', value: 'USB update' }] },
        { name: 'order', value: '7719', details: [] },
      ],
      known: { known: 4, asked: 6 },
    })
  })

  test('fields a team defined itself stand each for themselves, empty ones not at all', () => {
    expect(
      fieldLines({ shop: 'Lyon', floor: 2, note: '', other: null }).lines.map(({ name }) => name),
    ).toEqual(['shop', 'floor'])
  })

  test('no field is lost: an error code without a symptom has its own line', () => {
    expect(fieldLines({ errorCode: 'E-1' }).lines).toEqual([{ name: 'errorCode', value: 'E-1', details: [] }])
  })

  test('nobody counted, nothing is counted', () => {
    expect(fieldLines({ diagnosisKnown: 4 }).known).toBeNull()
  })

  test.each([
    ['notTried', 'Not tried'],
    ['shop_floor', 'Shop floor'],
    ['order', 'Order'],
  ])('%j is read %j', (name, spoken) => {
    expect(spokenField(name)).toBe(spoken)
  })
})
