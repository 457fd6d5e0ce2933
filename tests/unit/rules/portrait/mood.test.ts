import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GLAD, UPSET } from '../../../../shared/rules/portrait/mood-words.ts'
import { MOOD_DAYS, MOOD_MESSAGES, moodOf } from '../../../../shared/rules/portrait/mood.ts'

const NOW_MS = Date.UTC(2026, 2, 3)
const DAY_MS = 86_400_000
const message = (text: string, days = 1, id = text) => ({
  id,
  ticketId: 't',
  text,
  atMs: NOW_MS - days * DAY_MS,
})
const mood = (...texts: readonly string[]) =>
  moodOf(
    texts.map((text, index) => message(text, index + 1)),
    NOW_MS,
  )
const words = (text: string) => mood(text)?.said[0]?.words

test.each([
  ['upset', 'This is unacceptable, it is the third time.', ['unacceptable', 'third time']],
  ['upset', 'Das ist unverschämt! Ich warte immer noch.', ['unverschämt', 'warte immer noch']],
  ['upset', 'Estoy harta, es inaceptable.', ['harta', 'inaceptable']],
  ['upset', 'Je suis déçue, toujours rien.', ['déçue', 'toujours rien']],
  ['upset', 'Estou farto. É inaceitável.', ['farto', 'inaceitável']],
  ['upset', 'I am not happy with it.', ['not happy']],
  ['glad', 'Thank you so much, it works well now!', ['Thank you so much', 'works well']],
  ['glad', 'Vielen Dank, großartig.', ['Vielen Dank', 'großartig']],
  ['glad', '¡Muchas gracias! Perfecto.', ['Muchas gracias', 'Perfecto']],
  ['glad', 'Merci beaucoup, c’est parfait.', ['Merci beaucoup', 'parfait']],
  ['glad', 'Muito obrigada, ficou ótimo.', ['Muito obrigada', 'ótimo']],
])('%s: “%s”', (expected, text, cited) => {
  expect(mood(text)?.mood).toBe(expected)
  expect([...(words(text) ?? [])].toSorted()).toEqual([...cited].toSorted())
})

test('says nothing without data, of plain words, of quoted ones, and where both weigh the same', () => {
  expect(moodOf([], NOW_MS)).toBeNull()
  expect(mood('My order 7719 has not arrived. When does it come?')).toBeNull()
  expect(mood('See below.\n\n> This is unacceptable.')).toBeNull()
  expect(mood('Great service, but the delay is ridiculous.')).toBeNull()
  expect(moodOf([message('unacceptable', MOOD_DAYS + 1)], NOW_MS)).toBeNull()
})

test('the newest that says anything decides', () => {
  expect(mood('Where is it?', 'Perfect, thanks a lot', 'This is ridiculous')?.mood).toBe('glad')
  expect(mood('Ridiculous.', 'Perfect.', 'I am furious.')).toMatchObject({
    mood: 'upset',
    said: [{ words: ['Ridiculous'] }, { words: ['furious'] }],
  })
})

const texts = fc.array(
  fc.array(
    fc.oneof(fc.constantFrom(...UPSET, ...GLAD, 'not', 'order 7719', '\n> '), fc.string({ maxLength: 6 })),
  ),
  { maxLength: 6 },
)

test('what is cited stands in one of the newest messages, and the order they come in changes nothing', () => {
  fc.assert(
    fc.property(texts, parts => {
      const messages = parts.map((all, index) => message(all.join(' '), index + 1, String(index)))
      const found = moodOf(messages, NOW_MS)
      expect(moodOf(messages.toReversed(), NOW_MS)).toEqual(found)
      for (const { id, words: cited } of found?.said ?? []) {
        expect(Number(id)).toBeLessThan(MOOD_MESSAGES)
        expect(cited.length).toBeGreaterThan(0)
        for (const each of cited) expect(messages[Number(id)]?.text).toContain(each)
      }
    }),
  )
})
