const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu
/** Scripts whose names are read as a whole: the first sign stands for the person. */
const WHOLE_SCRIPT = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u

const firstSign = (word: string): string => (word.match(/^.\p{M}*/u)?.[0] ?? '').toLocaleUpperCase('en')

/** One or two signs for an avatar; '?' for a name that has none. */
export function initials(name: string): string {
  const words = name.normalize('NFC').match(WORDS) ?? []
  const first = words[0]
  if (first === undefined) return '?'
  const last = words.at(-1)
  if (words.length === 1 || last === undefined || WHOLE_SCRIPT.test(first)) return firstSign(first)
  return firstSign(first) + firstSign(last)
}
