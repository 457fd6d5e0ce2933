import { describe, expect, test } from 'vitest'
import { mentionAt, mentions, suggestMentions } from '../../../shared/rules/mentions.ts'

test.each([
  ['@Lena Koch please', true],
  ['please, @lena!', true],
  ['(@LENA)', true],
  ['@Lena', true],
  ['@Lenard', false],
  ['mail@lena.example', false],
  ['Lena Koch', false],
  ['', false],
  ['@ Lena', false],
  ['@lenard and @lena', true],
])('%s', (body, expected) => {
  expect(mentions(body, 'Lena Koch')).toBe(expected)
})

test('a name with marks is found without them, and in any script', () => {
  expect(mentions('@jose, can you?', 'José Núñez')).toBe(true)
  expect(mentions('@佐藤 お願いします', '佐藤 花子')).toBe(true)
  expect(mentions('nobody @', '')).toBe(false)
})

describe('suggestions while a note is written', () => {
  test.each([
    ['Can @le', { from: 4, query: 'le' }],
    ['@', { from: 0, query: '' }],
    ['(@jos', { from: 1, query: 'jos' }],
    ['@Lena K', { from: 0, query: 'Lena K' }],
    ['ana@shop', null],
    ['@ all of you', null],
    ['@lena, please', null],
    ['@lena\nplease', null],
    ['nobody', null],
  ])('%j', (text, found) => {
    expect(mentionAt(text, text.length)).toEqual(found)
  })

  test('only the "@" at the cursor counts', () => {
    expect(mentionAt('@ana and @le', 4)).toEqual({ from: 0, query: 'ana' })
    expect(mentionAt('@ana and @le', 12)).toEqual({ from: 9, query: 'le' })
  })

  const people = ['Lena Koch', 'José Alvarez', 'Tom Leclerc', 'Ana Lee'].map(name => ({ name }))
  const named = (query: string): readonly string[] => suggestMentions(people, query).map(({ name }) => name)

  test('whole names before words of names, accents and capitals aside, and each calls whom it names', () => {
    expect(named('le')).toEqual(['Lena Koch', 'Ana Lee', 'Tom Leclerc'])
    expect(named('JOSE')).toEqual(['José Alvarez'])
    expect(named('lena k')).toEqual(['Lena Koch'])
    expect(named('x')).toEqual([])
    for (const { name } of people) expect(mentions(`Look, @${name} please`, name)).toBe(true)
  })

  test('nothing more once the name stands there', () => {
    expect(named('Lena Koch ')).toEqual([])
  })
})
