import { expect, test } from 'vitest'
import { readableText, ticketText } from '../../../../shared/rules/triage/readable-text.ts'
import { tokensOf } from '../../../../shared/rules/triage/tokens.ts'

const contentOf = (text: string): readonly string[] =>
  tokensOf(text)
    .filter(({ isFiller }) => !isFiller)
    .map(({ form }) => form)

test.each([
  ['quotation', 'It crashes.\n\nOn Mon, 3 Mar 2025, Tom wrote:\n> please pay the invoice'],
  ['German quotation', 'It crashes.\n\nAm 3. März 2025 schrieb Tom:\n> Bitte Rechnung zahlen'],
  ['signature mark', 'It crashes.\n-- \nRefund Ltd.\nInvoices and orders'],
  ['closing', 'It crashes.\n\nKind regards\nAnn\nHead of invoices'],
  ['German closing', 'It crashes.\n\nMit freundlichen Grüßen\nAnn\nBuchhaltung, Rechnungen'],
  ['Spanish closing', 'It crashes.\n\nUn saludo\nAna\nFacturas'],
  ['French closing', 'It crashes.\n\nBien cordialement\nAnne\nFactures'],
  ['Portuguese closing', 'It crashes.\n\nAtenciosamente\nAna\nFaturas'],
  ['phone', 'It crashes.\n\nSent from my iPhone, buy one'],
  [
    'HTML',
    '<style>p{color:invoice}</style><p>It <b>crashes</b>.</p><blockquote>pay the invoice</blockquote>',
  ],
])('%s: only what the writer wrote is left', (_name, body) => {
  expect(contentOf(readableText(body))).toEqual(['crashes'])
})

test('entities of HTML are letters', () => {
  expect(readableText('<p>R&uuml;ckgabe f&#252;r Gr&#xf6;&szlig;e&nbsp;M</p>')).toBe('Rückgabe für Größe M')
})

test('a mail that is only forwarded is read for what it forwards', () => {
  expect(contentOf(readableText('> the printer is offline'))).toEqual(['printer', 'offline'])
})

test('compatibility forms are one: full width, ligatures, accents in pieces', () => {
  expect(contentOf(ticketText('', 'ｒｅｆｕｎｄ ﬁrmware re\u0301seau'))).toEqual([
    'refund',
    'firmware',
    'reseau',
  ])
})

test('answer marks of several languages are no words', () => {
  expect(ticketText('AW: Re: WG: Drucker', '').trim()).toBe('Drucker')
})

test('numbers, addresses and links are left alone; amounts and versions are kept as such', () => {
  expect(
    contentOf('Order 48213 of 3.4.2025 for 39,90 € to ana@example.com, see https://example.com/refund v'),
  ).toEqual(['order', '#version', '#money'])
  expect(contentOf('20 EUR')).toEqual(['#money'])
})

test('elided articles fall off', () => {
  expect(contentOf("l'application d’accès qu'imprimante")).toEqual(['application', 'acces', 'imprimante'])
})
