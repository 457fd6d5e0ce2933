import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStarterSet, STARTER_LANGUAGES } from '../../../server/starter/read-set.ts'
import {
  BAD_NEWS_PARTS,
  badNewsParts,
  knownFamily,
} from '../../../shared/rules/knowledge/template-families.ts'

const missing = (text: string, language: string | null = null) =>
  badNewsParts(text, language)?.flatMap(({ part, words }) => (words === null ? part : []))
const said = (text: string, language: string | null = null) =>
  Object.fromEntries((badNewsParts(text, language) ?? []).map(({ part, words }) => [part, words]))

test.each(STARTER_LANGUAGES)(
  'every text of the family a team begins with has all four parts: %s',
  language => {
    const texts = readStarterSet(language).replies.filter(({ family }) => family === 'bad-news')
    expect(texts.map(({ key }) => key)).toEqual([
      'bad-news',
      'bad-news-delay',
      'bad-news-refusal',
      'bad-news-price',
      'bad-news-defect',
    ])
    const none = texts.map(() => [])
    expect(texts.map(({ body }) => missing(body, language))).toEqual(none)
    expect(texts.map(({ body }) => missing(body))).toEqual(none)
  },
)

test('each part is named with the sentence that says it, and the greeting is none', () => {
  const text =
    'Hello Ana,\n\nyou have planned with Friday. It will not be ready by then.\n\nThe reason: {{ticket.reason}}. You can choose another day, or we send half of it.\n\nMira'
  expect(said(text)).toEqual({
    acknowledge: 'you have planned with Friday.',
    fact: 'It will not be ready by then.',
    reason: 'The reason: {{ticket.reason}}.',
    option: 'You can choose another day, or we send half of it.',
  })
})

test.each([
  ['We cannot do it, because it was opened.', ['acknowledge', 'option']],
  ['I am sorry. It is out of stock.', ['reason', 'option']],
  ['Das geht nicht.', ['acknowledge', 'reason', 'option']],
  ['Es tut mir leid, das geht nicht, weil es geöffnet war. Stattdessen biete ich Ihnen einen Tausch an.', []],
  ['Lo siento, no es posible porque ya está abierto. Puede elegir otro modelo.', []],
  [
    'Je comprends votre déception. Ce n’est pas possible, car le délai est passé. Je vous propose un échange.',
    [],
  ],
  ['Lamento muito. Não é possível, porque o prazo passou. Se quiser, trocamos o produto.', []],
  ['Thank you for the picture. The cable is on its way.', ['fact', 'reason', 'option']],
])('what “%s” has not', (text, parts) =>
  expect(missing(text, /^[DE]/u.test(text) && !text.startsWith('Do') ? 'de' : null)).toEqual(parts),
)

test('a language without lists is not judged; a family of a newer version has no name here', () => {
  expect(badNewsParts('申し訳ございません。', 'ja')).toBeNull()
  expect(knownFamily('bad-news')).toBe('bad-news')
  expect(knownFamily('good-news')).toBeNull()
  expect(knownFamily(null)).toBeNull()
})

test('what is named stands in the text, whatever it is', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('I know', '. ', '\n', 'because', '{{ticket.reason}}', 'cannot', 'instead', '!', '…'),
  )
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('en', 'de', 'pt-BR', null), (pieces, language) => {
      const text = pieces.join(' ')
      const parts = badNewsParts(text, language)
      expect(parts?.map(({ part }) => part)).toEqual(BAD_NEWS_PARTS)
      for (const { words } of parts ?? []) if (words !== null) expect(text).toContain(words)
    }),
  )
})
