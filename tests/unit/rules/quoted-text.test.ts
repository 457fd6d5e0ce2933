import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownText, splitQuoted } from '../../../shared/rules/quoted-text.ts'

const QUOTE = '> I was charged twice.\n> Please help.\n'

test.each([
  ['English', 'On Mon, 3 Mar 2025 at 10:02, Ana Ruiz <ana@norte.example> wrote:'],
  ['English, wrapped', 'On Mon, 3 Mar 2025 at 10:02, Ana Ruiz\n<ana@norte.example> wrote:'],
  ['German', 'Am 03.03.2025 um 10:02 schrieb Ana Ruiz:'],
  ['French', 'Le lun. 3 mars 2025 à 10:02, Ana Ruiz <ana@norte.example> a écrit :'],
  ['Spanish', 'El lun, 3 mar 2025 a las 10:02, Ana Ruiz escribió:'],
  ['Portuguese', 'Em seg., 3 de mar. de 2025 às 10:02, Ana Ruiz escreveu:'],
  ['Italian', 'Il giorno lun 3 mar 2025 Ana Ruiz ha scritto:'],
  ['Dutch', 'Op ma 3 mrt 2025 om 10:02 schreef Ana Ruiz:'],
])('the quotation below an answer is folded: %s', (_language, attribution) => {
  const text = `Thank you.\n\n${attribution}\n${QUOTE}`
  expect(splitQuoted(text)).toEqual([
    { kind: 'own', text: 'Thank you.\n\n' },
    { kind: 'quoted', text: `${attribution}\n${QUOTE}` },
  ])
  expect(ownText(text)).toBe('Thank you.')
})

test.each([
  ['English', 'From: Ana Ruiz <ana@norte.example>\nSent: Monday\nTo: Help\nSubject: Charged twice\n'],
  ['German', 'Von: Ana Ruiz\nGesendet: Montag\nAn: Hilfe\nBetreff: Doppelt belastet\n'],
  ['French', 'De : Ana Ruiz\nEnvoyé : lundi\nÀ : Aide\nObjet : Débit double\n'],
  ['Spanish', 'De: Ana Ruiz\nEnviado el: lunes\nPara: Ayuda\nAsunto: Doble cargo\n'],
  ['Portuguese', 'De: Ana Ruiz\nEnviado: segunda\nPara: Ajuda\nAssunto: Cobrado duas vezes\n'],
])('everything below the header block of Outlook is folded: %s', (_language, headers) => {
  const text = `Done.\n\n${headers}\nI was charged twice.\n`
  expect(ownText(text)).toBe('Done.')
})

test('everything below a separator is folded', () => {
  expect(ownText('Done.\n-----Ursprüngliche Nachricht-----\nAna schrieb einmal.\n')).toBe('Done.')
})

test('answers between quoted lines stay in view', () => {
  const text = `${QUOTE}Which card?\n> And the scanner reboots.\nSince when?\n`
  expect(splitQuoted(text).map(part => part.kind)).toEqual(['quoted', 'own', 'quoted', 'own'])
  expect(ownText(text)).toBe('Which card?\nSince when?')
})

test('an attribution without quotation marks folds the rest', () => {
  expect(ownText('Yes.\nOn Monday Ana Ruiz wrote:\n\nI was charged twice.\n')).toBe('Yes.')
})

test.each([
  'On Monday I wrote a letter to you.\nNo answer so far.\n',
  'Am Montag war ich im Laden.\n',
  'From: the desk of Ana\nHello.\n',
  'A price > 100 is too much.\n',
])('what only looks like a quotation stays: %j', text => {
  expect(splitQuoted(text)).toEqual([{ kind: 'own', text }])
})

test('the parts joined are the text again', () => {
  const line = fc.constantFrom(
    '> quoted',
    'own',
    '',
    'On Mon Ana wrote:',
    'From: a',
    'To: b',
    'Subject: c',
    '-----Original Message-----',
    'Am x\ny schrieb z:',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 20 }), lines => {
      const text = lines.join('\n')
      expect(
        splitQuoted(text)
          .map(part => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
