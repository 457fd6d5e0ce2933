import { expect, test } from 'vitest'
import { conceptOf } from '../../../../shared/rules/triage/concepts.ts'
import { featuresOf } from '../../../../shared/rules/triage/features.ts'
import { tokensOf } from '../../../../shared/rules/triage/tokens.ts'
import { triage } from '../../../../shared/rules/triage/triage.ts'

const turnedIn = (text: string): readonly string[] =>
  tokensOf(text)
    .filter(({ isTurned }) => isTurned)
    .map(({ form }) => form)

test.each([
  ['it does not crash any more', ['crash']],
  ["the app won't start", ['start']],
  ['I can’t log in', ['log']],
  ['no signal, and the lamp is red', ['signal']],
  ['not today. Printer offline', []],
  ['never arrived', ['arrived']],
  ['der Drucker druckt nicht', ['druckt']],
  ['ich kann mich nicht anmelden', ['anmelden']],
  ['kein Bild am Monitor', ['bild']],
  ['die App startet seit gestern nicht', ['startet']],
  ['l’imprimante ne marche pas depuis hier', ['marche']],
  ['plus de wifi, pas de connexion', ['connexion']],
  ['ya no se cierra', ['cierra']],
  ['sin conexión', ['conexion']],
  ['não liga', ['liga']],
  ['o erro no sistema da loja não aparece', ['aparece']],
])('%s', (text, turned) => {
  expect(turnedIn(text)).toEqual(turned)
})

test('a word that is turned is another feature', () => {
  const of = (text: string): ReadonlySet<number> => new Set(featuresOf(tokensOf(text)).buckets)
  expect(of('crash')).not.toEqual(of('not crash'))
  expect(of('not crash')).toEqual(of('never crash'))
})

test.each([
  ['Kundenrechnung', 's-invoice'],
  ['facturación', 's-invoice'],
  ['remboursement', 's-refund'],
  ['abgestürzt', 't-fault'],
  ['Absturz', 't-fault'],
  ['impresoras', 't-device'],
  ['important', null],
  ['zorblax', null],
])('%s is about %s', (word, concept) => {
  expect(tokensOf(word)[0]?.concept).toBe(concept)
})

test('every word that is listed is found', () => {
  expect(conceptOf('crash')).toBe('t-fault')
  expect(conceptOf('')).toBeNull()
})

test.each([
  'It does not crash any more, thank you',
  'Die Störung tritt nicht mehr auf, danke',
  'Ya no se cierra, gracias',
  'Elle ne plante plus, merci',
  'Já não trava, obrigado',
])('what is over is no work: %s', body => {
  expect(triage({ subject: '', body }).kind).toBe('unsure')
})

test.each([
  'It does not work any more',
  'Das Gerät geht nicht mehr an und reagiert nicht',
  'El aparato ya no enciende',
  'Mon ordinateur ne démarre plus',
  'O computador já não liga',
])('what no longer works is support: %s', body => {
  expect(triage({ subject: '', body }).likeliest).toBe('support')
})
