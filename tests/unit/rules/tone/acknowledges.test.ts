import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notAcknowledged } from '../../../../shared/rules/tone/acknowledges.ts'

const THEIRS = 'My card was charged twice for order 7719 and the scanner does not pair.'

test.each([
  'Hello Ana,\n\nthank you for writing. We send the money back today, all of it.',
  'Hello Ana,\n\nyour card was charged twice, and that is on us. The money is back on Friday.',
  'Guten Tag, das tut mir leid. Wir überweisen den Betrag heute noch zurück an Sie.',
  'Hola Ana: siento mucho lo ocurrido. Hoy mismo devolvemos el importe completo a su cuenta.',
  'Bonjour, je comprends votre colère. Nous remboursons le montant entier aujourd’hui même, sans attendre.',
  'Olá Ana, lamento o transtorno. Devolvemos hoje mesmo o valor completo para a sua conta.',
  'The scanner from the same parcel needs version 2.3, which I have put into this mail.',
  'Done, it is on its way.',
])('leaves alone “%s”', reply => expect(notAcknowledged(reply, THEIRS)).toBeNull())

test('names the sentence a reply begins with when it takes up nothing', () => {
  const reply =
    'Hello Ana,\n\nplease open the settings. Then choose the second entry and press the green button.'
  expect(notAcknowledged(reply, THEIRS)).toBe('please open the settings.')
  expect(notAcknowledged(reply, '')).toBeNull()
})

test('what it names stands in the reply, and beginning with regret is always enough', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 80 }), (reply, theirs) => {
      const found = notAcknowledged(reply, theirs)
      if (found !== null) expect(reply).toContain(found)
      expect(notAcknowledged(`I am very sorry about this.\n${reply}`, theirs)).toBeNull()
    }),
  )
})
