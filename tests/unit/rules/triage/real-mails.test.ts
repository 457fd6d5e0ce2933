import { describe, expect, test } from 'vitest'
import { readableText } from '../../../../shared/rules/triage/readable-text.ts'
import { triage } from '../../../../shared/rules/triage/triage.ts'

const CRASH = 'The app crashes with an error since the update.'

describe('what is not the matter is not read', () => {
  test.each([
    ['a short farewell with a name', `${CRASH}\n\nThanks Anna\nBilling department, invoices`],
    ['thanks for help', `${CRASH}\n\nThank you very much for your help\nRefunds Ltd.`],
    [
      'a card without a farewell',
      `${CRASH}\n\nAnna Schmidt\nHead of invoices\nTel: +49 30 123456\nwww.example.com`,
    ],
    ['small print', `${CRASH}\n\nThis e-mail and any attachments are confidential and may contain invoices.`],
    ['German small print', `${CRASH}\n\nDiese E-Mail enthält vertrauliche Informationen und Rechnungen.`],
    ['Spanish small print', `${CRASH}\n\nEste mensaje y sus anexos son confidenciales. Facturas y pagos.`],
    ['French small print', `${CRASH}\n\nCe message et ses pièces jointes sont confidentiels. Factures.`],
    ['Portuguese small print', `${CRASH}\n\nEsta mensagem e os anexos são confidenciais. Faturas.`],
    [
      'a warning of the mail server',
      `CAUTION: This email originated from outside. Do not pay invoices.\n\n${CRASH}`,
    ],
    ['a phone’s line', `${CRASH}\n\nSent from my iPhone\nbuy one`],
    ['style rules', `P {margin-top:0; price:0}\n${CRASH}`],
    ['names of pictures', `${CRASH}\n[cid:invoice.png@01D7]\n[image: Order refund]`],
    ['tags of a word processor', `<o:p>${CRASH}</o:p>`],
    [
      'an answer above an older mail',
      `${CRASH}\n\nVon: Ana\nGesendet: Montag\nAn: Hilfe\nBetreff: Rechnung\n\nBitte erstatten`,
    ],
  ])('%s', (_name, body) => {
    expect(readableText(body)).toBe(CRASH)
  })
})

describe('what is the matter is read', () => {
  test.each([
    ['thanks that begin it', 'Hi,\nThanks for the parcel but it is broken', 'parcel'],
    ['merci that asks', 'Bonjour,\nMerci de réparer la box', 'réparer'],
    [
      'a postscript',
      `${CRASH}\n\nKind regards\nAnna\n\nPS: Please also refund the invoice`,
      'refund the invoice',
    ],
    [
      'a forward',
      'FYI\n\n---------- Forwarded message ---------\nFrom: A <a@example.com>\nDate: Mon\nSubject: x\nTo: b\n\nthe printer is offline',
      'printer is offline',
    ],
    [
      'a forward of a forward',
      'see below\n\n-----Weitergeleitete Nachricht-----\nVon: A\nGesendet: Mo\nAn: B\nBetreff: y\n\n-----Original Message-----\nFrom: C\nSent: Tue\nTo: A\n\nthe boiler leaks',
      'boiler leaks',
    ],
    [
      'a quotation in HTML alone',
      '<blockquote><p>the printer is offline</p></blockquote>',
      'printer is offline',
    ],
    [
      'an HTML mail below a long head',
      `<html><head><style>${'p{color:red}'.repeat(4000)}</style></head><body><p>${CRASH}</p></body></html>`,
      CRASH,
    ],
    [
      'quoted-printable',
      'Die R=C3=BCckgabe =3D offen, bitte er=\nstatten',
      'Rückgabe = offen, bitte erstatten',
    ],
    ['entities in plain text', 'R&uuml;ckgabe &amp; Umtausch', 'Rückgabe & Umtausch'],
    ['soft hyphens', 'Rech\u00adnung', 'Rechnung'],
  ])('%s', (_name, body, expected) => {
    expect(readableText(body)).toContain(expected)
  })

  test('a short thank-you above an older mail stays a thank-you', () => {
    const body = 'Thank you!\n\nFrom: Help\nSent: Monday\nTo: Ana\nSubject: x\n\nplease restart the printer'
    expect(readableText(body)).not.toContain('printer')
  })
})

test.each([
  ['Hello'],
  ['Guten Tag,\n\nmit freundlichen Grüßen\nAnna Schmidt'],
  ['Buenos días:\n\nUn saludo\nNuria'],
  ['Bonjour,\n\nBien cordialement\nAnne'],
  ['Bom dia,\n\nAtenciosamente\nMarcos'],
  ['Thank you!!!'],
  ['ok'],
])('a greeting by itself is unsure: %j', body => {
  expect(triage({ subject: '', body }).kind).toBe('unsure')
})

test.each([
  ['support', 'printer wont print'],
  ['support', 'WLAN TOT SEIT HEUTE FRÜH!!! NICHTS GEHT MEHR, ROUTER BLINKT ROT'],
  ['support', 'Hi team, die App crasht, error message "timeout", bitte fix it'],
  ['support', 'cannot log in password wrong locked out'],
  ['service', 'where is my parcel'],
  ['service', 'I WANT MY MONEY BACK NOW. THREE WEEKS AND NO REFUND!!!'],
  ['service', 'rechnung falsch, bitte korrigieren'],
  ['service', 'quiero la devolución del dinero de mi pedido'],
  ['service', 'je veux être remboursé de ma commande'],
  ['service', 'quero o reembolso da minha encomenda'],
])('short, loud or mixed, it leans to %s: %s', (kind, body) => {
  expect(triage({ subject: '', body }).likeliest).toBe(kind)
})
