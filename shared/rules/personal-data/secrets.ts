import { shapesIn } from '../redaction/mask-text.ts'
import type { Shaped } from '../redaction/mask-text.ts'

const IS = String.raw`(?:\s{0,3}[:=]|\s{1,3}(?:is|ist|lautet|es|est|é)(?!\p{L})\s{0,2}:?)\s{0,3}["'“„«]?`
/** Words that stand before a secret, in the languages replies are written in. */
const NAMED =
  'password|passwd|passphrase|passwort|kennwort|contraseña|clave|mot de passe|senha|secret|token|api[ _-]?key|access key|zugangsschlüssel'
const LABELLED = new RegExp(
  String.raw`(?<=(?<![\p{L}\p{N}])(?:${NAMED})${IS})[^\s"'“”„«»<>,;()[\]]{4,}`,
  'giu',
)
/** Short numbers that open something. */
const CODE = new RegExp(
  String.raw`(?<=(?<![\p{L}\p{N}])(?:pin|tan|cvv2?|cvc2?|passcode|security code|one-time code|sicherheitscode|prüfnummer|código de seguridad|code de sécurité)(?:[ -](?:code|number|nummer))?${IS})\d{3,8}(?![\p{L}\d-])`,
  'giu',
)
/** Keys that say themselves whose they are. */
const KEYS: readonly RegExp[] = [
  /(?<![\w-])(?:sk|pk|rk)_(?:live|test)_\w{8,}/gu,
  /(?<![\w-])gh[oprsu]_\w{20,}/gu,
  /(?<![\w-])AKIA[\dA-Z]{16}(?!\w)/gu,
  /(?<![\w-])xox[abprs]-[\w-]{10,}/gu,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/gu,
]
const END = /[.!?:…]+$/u
const MADE_UP = /^(?:[*•x.…_-]+|\{\{.*|%.*)$/iu
const HASH = /^[0-9a-f]{32,}$/iu

/** Whether a value was made to be guessed by nobody: words of a sentence have neither digits nor signs within them. */
function isTelling(value: string): boolean {
  if (MADE_UP.test(value)) return false
  if (/^\d{4,}$/u.test(value)) return true
  return (
    /\p{L}/u.test(value) &&
    (/\d/u.test(value) || /[!@#$%^&*+=?~_|]/u.test(value) || /\p{Ll}\p{Lu}/u.test(value))
  )
}

const found = (text: string, pattern: RegExp): readonly Shaped[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index: at }) => ({ at, words }))
const shortened = ({ at, words }: Shaped): Shaped => ({ at, words: words.replace(END, '') })

/**
 * Passwords, codes and keys. A value counts when a word for it stands before it and it looks like one, or when its shape
 * alone says so; the sum of a file is none.
 */
export function secretsIn(text: string): readonly Shaped[] {
  const shaped = [...found(text, LABELLED), ...shapesIn(text, 'secret')]
    .map(shortened)
    .filter(({ words }) => words.length >= 4 && !HASH.test(words) && isTelling(words))
  return [...KEYS.flatMap(pattern => found(text, pattern)), ...found(text, CODE), ...shaped]
}
