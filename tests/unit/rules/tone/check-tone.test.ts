import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTone, LONG_REPLY_WORDS, LONG_SENTENCE_WORDS } from '../../../../shared/rules/tone/check-tone.ts'
import { ownToneWords } from '../../../../shared/rules/tone/own-words.ts'
import { TONE_LISTS } from '../../../../shared/rules/tone/tone-words.ts'

const kindsOf = (text: string, language = 'en') =>
  checkTone(text, language).map(({ kind, words }) => [kind, words])

test('a friendly, plain reply is left alone', () => {
  expect(
    kindsOf('Hello Ana, thank you for the picture. I have sent a new cable today; it is with you on Friday.'),
  ).toEqual([])
  expect(kindsOf('Guten Tag Frau Vogel, danke für das Bild. Das neue Kabel kommt am Freitag.', 'de')).toEqual(
    [],
  )
})

test('blame, closed doors and words of the trade are named as they stand, with something better', () => {
  expect(kindsOf('You should have read it. Per our policy we can’t, so I escalated it.')).toEqual([
    ['blame', 'You should have'],
    ['negative', 'we can’t'],
    ['negative', 'our policy'],
    ['jargon', 'escalated'],
  ])
  expect(kindsOf('Wie bereits erwähnt ist das nicht möglich, der Hotfix kommt.', 'de')).toEqual([
    ['blame', 'Wie bereits erwähnt'],
    ['negative', 'nicht möglich'],
    ['jargon', 'Hotfix'],
  ])
  for (const { better } of checkTone('You failed to call the backend.', 'en')) expect(better).toBeTruthy()
})

test('shouting is several words in capitals or a row of marks, not an abbreviation or a code', () => {
  expect(kindsOf('THIS IS WRONG and you know it')).toEqual([['shouting', 'THIS IS WRONG']])
  expect(kindsOf('Please read it!!!')).toEqual([['shouting', '!!!']])
  expect(kindsOf('The USB cable of the P40, code E-310 and KE-117, is in the EU now.')).toEqual([])
})

test('what the customer wrote, addresses and code are nobody’s tone', () => {
  expect(
    kindsOf('> YOU ARE ALL WRONG!!!\nI am sorry. See https://backend.example/SLA and write to rma@x.example'),
  ).toEqual([])
  expect(kindsOf('Type `sudo reset backend` and it is done.')).toEqual([])
})

test('a language without lists is looked at for length and shouting only', () => {
  expect(kindsOf('Workaround: nie. TO JEST ŹLE', 'pl')).toEqual([['shouting', 'TO JEST ŹLE']])
})

test('sentences and replies are long from a number of words on, whatever the words', () => {
  const word = fc
    .stringMatching(/^[a-z]{2,8}$/u)
    .filter(each => !JSON.stringify(TONE_LISTS).includes(`"${each}`))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: LONG_SENTENCE_WORDS + 5 }), words => {
      const isLong = checkTone(`${words.join(' ')}.`, 'es').some(({ kind }) => kind === 'long-sentence')
      expect(isLong).toBe(words.length > LONG_SENTENCE_WORDS)
    }),
  )
  const many = Array.from({ length: LONG_REPLY_WORDS + 1 }, () => 'so').join('. ')
  expect(kindsOf(many)).toEqual([['long-reply', '']])
})

test('whatever is written: an answer, quickly, and only words that stand there', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.constantFrom('en', 'de', 'fr'), (text, language) => {
      for (const { words } of checkTone(text, language))
        expect(text.replaceAll(/\s+/gu, ' ')).toContain(words.replaceAll(/\s+/gu, ' '))
    }),
  )
})

test('a reply is checked in what it is written in, not in what the customer speaks', () => {
  const english = 'Unfortunately we have to say that this is not with us. Please wait for the answer.'
  expect(kindsOf(english, 'es')).toEqual([['negative', 'Unfortunately']])
  const spanish = 'Hola Ana, lamentablemente no podemos enviar el paquete por la tarde, es culpa suya.'
  expect(kindsOf(spanish, 'en')).toEqual([
    ['blame', 'es culpa suya'],
    ['negative', 'no podemos'],
    ['negative', 'lamentablemente'],
  ])
  expect(kindsOf('Malheureusement ce n’est pas possible pour vous, nous avons un SLA.', 'en')).toEqual([
    ['negative', 'pas possible'],
    ['negative', 'Malheureusement'],
    ['jargon', 'SLA'],
  ])
  expect(kindsOf('Infelizmente não podemos enviar uma caixa para você.', 'en')[0]).toEqual([
    'negative',
    'não podemos',
  ])
  // Too short to say: what the customer speaks.
  expect(kindsOf('Leider nicht.', 'de')).toEqual([['negative', 'Leider nicht']])
})

test('words of the team come before those of the product, in every language', () => {
  const own = ownToneWords(['RMA = a parcel that comes back', 'Handscanner', '  ', 'Till app → the till'])
  expect(own.map(({ words, better }) => [words, better])).toEqual([
    ['rma', 'a parcel that comes back'],
    ['handscanner', null],
    ['till app', 'the till'],
  ])
  expect(checkTone('Your RMA and the till app are with us.', 'en', { own })).toEqual([
    { kind: 'jargon', words: 'RMA', better: 'a parcel that comes back' },
    { kind: 'jargon', words: 'till app', better: 'the till' },
  ])
  expect(checkTone('تم RMA', 'ar', { own })).toMatchObject([{ words: 'RMA' }])
})

test('how a reply begins is judged where words of thanks and regret are known', () => {
  const theirs = 'Yazarkasa iki kez ücret aldı.'
  const reply = 'Lütfen ayarları açın ve ardından ikinci satırı seçip yeşil düğmeye yavaşça bir kez basın.'
  expect(checkTone(reply, 'tr', { theirs })).toEqual([])
  const english = 'Please open the settings, choose the second line and press the green button once.'
  expect(checkTone(english, 'tr', { theirs }).map(({ kind }) => kind)).toEqual(['no-acknowledgement'])
})
