/** What can stand in the place of something that was taken out, as the rules name it. */
const KINDS = [
  'name',
  'contact',
  'number',
  'street',
  'email',
  'address',
  'card',
  'iban',
  'secret',
  'phone',
  'word',
  'line',
] as const
type Kind = (typeof KINDS)[number]

/** The same in the languages of customers; data of our own. */
const WORDS: Readonly<Record<string, Readonly<Record<Kind, string>>>> = {
  de: {
    name: 'Name',
    contact: 'Kontakt',
    number: 'Nummer',
    street: 'Straße',
    email: 'E-Mail',
    address: 'Adresse',
    card: 'Karte',
    iban: 'IBAN',
    secret: 'Geheimnis',
    phone: 'Telefon',
    word: 'Wort',
    line: 'Zeile',
  },
  es: {
    name: 'nombre',
    contact: 'contacto',
    number: 'número',
    street: 'calle',
    email: 'correo',
    address: 'dirección',
    card: 'tarjeta',
    iban: 'IBAN',
    secret: 'secreto',
    phone: 'teléfono',
    word: 'palabra',
    line: 'línea',
  },
  fr: {
    name: 'nom',
    contact: 'contact',
    number: 'numéro',
    street: 'rue',
    email: 'e-mail',
    address: 'adresse',
    card: 'carte',
    iban: 'IBAN',
    secret: 'secret',
    phone: 'téléphone',
    word: 'mot',
    line: 'ligne',
  },
  pt: {
    name: 'nome',
    contact: 'contacto',
    number: 'número',
    street: 'rua',
    email: 'e-mail',
    address: 'endereço',
    card: 'cartão',
    iban: 'IBAN',
    secret: 'segredo',
    phone: 'telefone',
    word: 'palavra',
    line: 'linha',
  },
}

const all = [...new Set([...KINDS, ...Object.values(WORDS).flatMap(words => Object.values(words))])]
const OWN = new RegExp(String.raw`\[(${KINDS.join('|')})\]`, 'gu')

/** Placeholders of every language, where they stand in a text. */
export const placeholdersIn = (text: string): readonly RegExpExecArray[] => [
  ...text.matchAll(new RegExp(String.raw`\[(?:${all.join('|')})\]`, 'gu')),
]

const isKind = (word: string): word is Kind => KINDS.some(kind => kind === word)

/** Says placeholders in a language, as BCP 47 names it; one without words of its own keeps the English ones. */
export function sayPlaceholders(text: string, language: string | null): string {
  const words = WORDS[(language ?? '').slice(0, 2).toLowerCase()]
  if (!words) return text
  return text.replaceAll(OWN, (whole, kind: string) => (isKind(kind) ? `[${words[kind]}]` : whole))
}
