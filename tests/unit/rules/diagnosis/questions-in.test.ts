import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionsIn } from '../../../../shared/rules/diagnosis/questions-in.ts'

test('finds questions among sentences, lists and greetings', () => {
  const text = `Hi Ana,

thank you for the photo. Which version does the till app show? We will send a cable, if needed.
To help you faster:
- Do you have a USB cable at hand?
* "Since when does it blink?"

Best regards, Mira`
  expect(questionsIn(text)).toEqual([
    'Which version does the till app show?',
    'Do you have a USB cable at hand?',
    'Since when does it blink?',
  ])
})

test('leaves out what is only polite, in English and in German', () => {
  expect(questionsIn('How are you? Can I help you with anything else? Does that help?')).toEqual([])
  expect(questionsIn('Wie geht es Ihnen? Kann ich Ihnen sonst noch helfen? Ist das in Ordnung?')).toEqual([])
})

test('leaves out what is quoted', () => {
  const text =
    'Yes, it is.\n\nOn Mon, 3 Mar 2025 at 10:00, Ana wrote:\n> Is the scanner covered by the warranty?'
  expect(questionsIn(text)).toEqual([])
})

test('does not break at versions and abbreviations', () => {
  expect(questionsIn('Is it version 2.3 or 2.1, z. B. on the label?')).toEqual([
    'Is it version 2.3 or 2.1, z. B. on the label?',
  ])
})

test('finds questions of other scripts', () => {
  expect(questionsIn('いつから光っていますか？ よろしくお願いします。')).toEqual(['いつから光っていますか？'])
  expect(questionsIn('منذ متى يومض الجهاز؟')).toEqual(['منذ متى يومض الجهاز؟'])
})

test('a form is no conversation: at most six, each once', () => {
  const many = Array.from({ length: 12 }, (_, index) => `What does lamp number ${index} do?`).join('\n')
  expect(questionsIn(many)).toHaveLength(6)
  expect(questionsIn('Which lamp blinks? Which lamp blinks?')).toEqual(['Which lamp blinks?'])
})

test('reads any text, and only what ends with a question mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
      for (const question of questionsIn(text)) {
        expect(question).toMatch(/[?？؟]/u)
        expect(question.length).toBeLessThanOrEqual(400)
      }
    }),
  )
})
