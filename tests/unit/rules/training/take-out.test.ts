import { describe, expect, test } from 'vitest'
import { foldText } from '../../../../shared/rules/fold-text.ts'
import { NOBODY, takeOut } from '../../../../shared/rules/training/take-out.ts'
import { seededRandom } from '../../../support/sample-row.ts'

const ANA = {
  language: null,
  names: ['Ana Ruiz de la Peña', 'Café Müller GmbH'],
  contacts: ['ana.ruiz@example.es', '+34 612 345 678'],
  numbers: ['PB-20481', '10482'],
}
const clean = (text: string): string => takeOut(text, ANA).text

describe('what is known of a person goes, however it is written', () => {
  test.each([
    ['ANA RUIZ wrote again', '[name] [name] wrote again'],
    ['that is Ana’s order', 'that is [name] order'],
    ['Frau Pena hat recht', 'Frau [name] hat recht'],
    ['Müllers Kasse bei Café Muller', '[name] Kasse bei [name] [name]'],
    ['Order PB-20481 of #10482', 'Order [number] of #[number]'],
    ['call 0034612345678 or 612 345 678', 'call [phone] or [phone]'],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected)
  })

  test('a name inside of another word is no name', () => {
    expect(clean('The anatomy of a banana')).toBe('The anatomy of a banana')
  })

  test('half of a double name is a name', () => {
    const known = { ...NOBODY, names: ['Zoë-Beatrix Quandtová'] }
    expect(takeOut('Beatrix called, then ZOE', known).text).toBe('[name] called, then [name]')
  })

  test('names without spaces around them are found where nobody writes spaces', () => {
    expect(takeOut('田中さんの注文', { ...NOBODY, names: ['田中'] }).text).toBe('[name]さんの注文')
  })
})

test.each([
  ['de', 'Hallo Ana,\nruf 030 1234567 an', 'Hallo [Name],\nruf [Telefon] an'],
  ['es-MX', 'Hola Ana: me@shop.example', 'Hola [nombre]: [correo]'],
  ['fr', 'Bonjour Ana, le numéro AB-123456', 'Bonjour [nom], le numéro [numéro]'],
  ['pt-BR', 'Olá Ana, rua', 'Olá [nome], rua'],
  ['it', 'Ciao Ana', 'Ciao [name]'],
])(
  'in %s what stands in the place is said in their language, and stays as it is',
  (language, text, expected) => {
    const known = { ...NOBODY, names: ['Ana', 'Name', 'Nombre'], language }
    const once = takeOut(text, known).text
    expect(once).toBe(expected)
    expect(takeOut(once, known)).toEqual({ text: once, count: 0 })
    expect(takeOut(once, NOBODY)).toEqual({ text: once, count: 0 })
  },
)

describe('what looks personal goes, whoever it is', () => {
  test.each([
    ['Dear Ms. Lindqvist,\nthank you', 'Dear [name],\nthank you'],
    ['It works.\n\nKind regards\nOluwaseun Adeyemi', 'It works.\n\nKind regards\n[name]'],
    ['Viele Grüße\nJörg', 'Viele Grüße\n[name]'],
    ['My name is Priya Natarajan and', 'My name is [name] and'],
    ['write to me@shop.example', 'write to [email]'],
    ['call 030 1234567', 'call [phone]'],
    ['Lindenstraße 12 in Bonn', '[street] in Bonn'],
    ['the number is AB-123456', 'the number is [number]'],
  ])('%s', (text, expected) => {
    expect(takeOut(text, NOBODY).text).toBe(expected)
  })

  test.each(['at 10:30 on 3 May', 'version 4.2.1 of the app', 'it costs 1,250.00', 'error E42'])(
    'what is no person stays: %s',
    text => {
      expect(takeOut(text, NOBODY)).toEqual({ text, count: 0 })
    },
  )
})

test.each(['a', 'A', '\n', ' ', 'A-', '0 ', 'Hi \n', '@', 'Aa '])(
  'a text made to be slow is not: %j',
  part => {
    const began = performance.now()
    takeOut(part.repeat(20_000 / part.length), ANA)
    expect(performance.now() - began).toBeLessThan(2_000)
  },
)

test('nothing known survives any mixture of it, and taking out twice is taking out once', () => {
  const random = seededRandom(7)
  const parts = [
    ...ANA.names,
    ...ANA.contacts,
    ...ANA.numbers,
    'till',
    'ñandú',
    '[name]',
    '\n',
    'Grüße,\n',
    '—',
    '3',
  ]
  const known = [...ANA.contacts, ...ANA.numbers, 'Ana', 'Ruiz', 'Peña', 'Müller'].map(foldText)
  for (let round = 0; round < 2_000; round += 1) {
    const words = Array.from({ length: 8 }, () => {
      const word = parts[Math.floor(random() * parts.length)] ?? ''
      return random() < 0.3 ? word.toUpperCase() : word
    })
    const once = clean(words.join(' '))
    const left = foldText(once).split(/[^\p{L}\p{N}@.+-]+/u)
    expect(left.filter(word => known.includes(word))).toEqual([])
    expect(clean(once)).toBe(once)
  }
})
