import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutText } from '../../../../shared/rules/triage/clauses.ts'
import { tokensOf } from '../../../../shared/rules/triage/tokens.ts'

/** The clauses of a text as they stand in it. */
function clausesOf(text: string): readonly string[] {
  return cutText(text, tokensOf(text)).clauses.map(({ tokens }) =>
    text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0),
  )
}

describe('one thing beside another', () => {
  test.each([
    [
      'The invoice is wrong and the lamp blinks red',
      ['The invoice is wrong', 'and the lamp blinks red'],
      'en',
    ],
    [
      'Bitte Rechnung ändern, außerdem druckt der Drucker nicht',
      ['Bitte Rechnung ändern', 'außerdem druckt der Drucker nicht'],
      'de',
    ],
    [
      'Falta un paquete y además el lector no enciende',
      ['Falta un paquete', 'y además el lector no enciende'],
      'es',
    ],
    [
      'La facture est fausse et le terminal reste noir',
      ['La facture est fausse', 'et le terminal reste noir'],
      'fr',
    ],
    [
      'A fatura está errada e o terminal fica preto',
      ['A fatura está errada', 'e o terminal fica preto'],
      'pt',
    ],
  ])('%s', (text, expected) => {
    expect(clausesOf(text)).toEqual(expected)
  })

  test.each([
    ['one more thing of a list', 'We sell shoes, bags'],
    ['a greeting', 'Dear Anna, the printer stopped printing'],
    ['a word too few', 'The printer and the scanner stopped'],
    ['a word with a hyphen', 'Enviem fatura detalhada e-mail geral contabilidade'],
  ])('is not %s', (_name, text) => {
    expect(clausesOf(text)).toHaveLength(1)
  })

  test('full stops and line ends always part, and what says nothing is left out', () => {
    expect(clausesOf('Printer offline\n\nHi!\nInvoice wrong. Thanks')).toEqual([
      'Printer offline',
      'Invoice wrong',
    ])
  })
})

const words = fc
  .array(
    fc.constantFrom(
      'Refund',
      'printer',
      'THE',
      'and',
      'aber',
      'e',
      'e-mail',
      'blinks',
      'Rechnung',
      ',',
      '.',
      '(',
      ')',
      '\n',
      '12,50 €',
    ),
    { maxLength: 120 },
  )
  .map(parts => parts.join(' '))

test('clauses and sentences follow one another, say something each, and are cut from what is there', () => {
  fc.assert(
    fc.property(words, text => {
      const tokens = tokensOf(text)
      const { sentences, clauses } = cutText(text, tokens)
      for (const list of [sentences, clauses]) {
        let at = 0
        for (const stretch of list) {
          expect(stretch.from).toBeGreaterThanOrEqual(at)
          at = stretch.from + stretch.tokens.length
          expect(stretch.tokens).toEqual(tokens.slice(stretch.from, at))
          expect(stretch.tokens.filter(({ isFiller }) => !isFiller).length).toBeGreaterThanOrEqual(2)
        }
        expect(at).toBeLessThanOrEqual(tokens.length)
      }
    }),
    { numRuns: 200 },
  )
})

test('casing cuts nothing', () => {
  fc.assert(
    fc.property(words, text => {
      const spans = (of: string): readonly string[] =>
        cutText(of, tokensOf(of)).clauses.map(({ from, tokens }) => `${from}:${tokens.length}`)
      expect(spans(text.toUpperCase())).toEqual(spans(text))
    }),
    { numRuns: 100 },
  )
})

test('a long text is cut into a bounded number', () => {
  const text = 'The printer blinks red, the invoice looks wrong. '.repeat(500)
  const { sentences, clauses } = cutText(text, tokensOf(text))
  expect(sentences.length).toBeLessThanOrEqual(20)
  expect(clauses.length).toBeLessThanOrEqual(24)
})
