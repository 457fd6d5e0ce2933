import type { Dice } from '../../../shared/demo/dice.ts'

type Sayings = {
  readonly asks: readonly (readonly [subject: string, text: string])[]
  readonly goesOn: readonly string[]
  readonly replies: readonly string[]
}

const en: Sayings = {
  asks: [
    ['Parcel is two days late', 'Hello, the tracking page has not moved since Tuesday. Where is it now?'],
    ['Scanner stops after an hour', 'The scanner shows E-1042 and then nothing. We have a full shop.'],
    ['Charged twice for one order', 'My card shows the amount twice. Could you look at it today?'],
    [
      'Which plan for three shops',
      'We open a third shop in March. Which plan fits, and can we change later?',
    ],
    ['Receipt printer offline', 'The till says the printer is offline although its light is green.'],
  ],
  goesOn: [
    'Thank you, I have tried that. It is still the same.',
    'Here is the number you asked for: 7714.',
    'Is there any news? The shop opens at nine.',
  ],
  replies: [
    'Thank you for the details. I have looked it up and will write again before four o’clock today.',
    'I have corrected it on your account. You will see it within an hour.',
    'Please restart the device once and tell me what the display says then.',
  ],
}
const de: Sayings = {
  asks: [
    ['Lieferung kommt nicht an', 'Guten Tag, die Sendung steht seit Dienstag still. Wo ist sie?'],
    ['Kasse meldet E-1042', 'Der Scanner zeigt E-1042 und dann nichts mehr. Der Laden ist voll.'],
    ['Rechnung doppelt abgebucht', 'Der Betrag steht zweimal auf der Karte. Können Sie heute nachsehen?'],
  ],
  goesOn: ['Danke, das habe ich versucht. Es bleibt dabei.', 'Gibt es etwas Neues? Wir öffnen um neun.'],
  replies: [
    'Vielen Dank für die Angaben. Ich habe nachgesehen und melde mich bis 16 Uhr noch einmal.',
    'Das ist auf Ihrem Konto berichtigt. Sie sehen es innerhalb einer Stunde.',
  ],
}
const es: Sayings = {
  asks: [
    ['El pedido no llega', 'Hola, el seguimiento no cambia desde el martes. ¿Dónde está?'],
    ['El escáner se para', 'El escáner muestra E-1042 y luego nada. Tenemos la tienda llena.'],
  ],
  goesOn: ['Gracias, ya lo he probado y sigue igual.', '¿Hay novedades? Abrimos a las nueve.'],
  replies: ['Gracias por los datos. Lo he revisado y le escribo otra vez antes de las cuatro.'],
}
const byLanguage: Readonly<Record<string, Sayings>> = { en, de, es }

/** Sentences of the simulated floor in the customer's language where it has them, else in English. */
export function sayingsFor(language: string | null): Sayings {
  return byLanguage[language?.slice(0, 2) ?? 'en'] ?? en
}

export const pickReply = (dice: Dice, language: string | null): string =>
  dice.pick(sayingsFor(language).replies)
