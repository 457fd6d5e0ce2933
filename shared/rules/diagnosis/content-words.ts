import { foldText } from '../fold-text.ts'

/** Words that hold a question together and say nothing about it: English, German, and the shortest of es, fr, pt. */
const EMPTY = new Set(
  foldText(
    'the and for you your yours can could would will shall may might please tell let know does did have has had are ' +
      'was were been what which when where who how why that this these those there here with from into over under ' +
      'about any some all one not yet now then than them they its our ours also just still only more most much many ' +
      'bitte koennen konnen kann können könnten koennten würden wuerden wurden sie uns mir ich wir ihr ihre ihren ' +
      'ihrem ihrer haben hat hatte hatten sind ist war waren wird werden was welche welcher welches welchen wann wo ' +
      'wer wie warum ob dass das der die den dem des ein eine einen einem einer eines und oder aber auch noch schon ' +
      'nur mehr mit von vom für fuer auf aus bei beim zum zur nach über ueber unter nicht kein keine einmal mal dann ' +
      'hier dort denn doch sagen teilen mitteilen genau ' +
      'puede usted por favor que cual cuando donde como los las una con del para est vous votre avez quel quelle ' +
      'quand les des une avec pour dans pode qual quando onde sua seu com uma para',
  ).split(' '),
)

const LEAST_LETTERS = 3
const WORD = /[\p{L}\p{N}]+(?:[.\-_/][\p{L}\p{N}]+)*/gu
const DIGIT = /\p{N}/u

/** Words of a text that say something, folded, each once and in order. Codes and numbers stay whole. */
export function contentWords(text: string): readonly string[] {
  const found = foldText(text).match(WORD) ?? []
  const words = found.flatMap(word => (DIGIT.test(word) ? [word] : word.split(/[.\-_/]/u)))
  const telling = words.filter(word => DIGIT.test(word) || (word.length >= LEAST_LETTERS && !EMPTY.has(word)))
  return [...new Set(telling)]
}

const LEAST_STEM = 4
/** Endings are at most so much of a word. */
const LEAST_SHARE = 4 / 7

/**
 * The same word in another form: "restart" and "restarted", "Version" and "Versionen". A shared beginning decides, in
 * any language with endings; codes and numbers are the same or they are not.
 */
export function isSameWord(left: string, right: string): boolean {
  if (left === right) return true
  if (DIGIT.test(left) || DIGIT.test(right)) return false
  const longest = Math.max(left.length, right.length)
  let shared = 0
  while (shared < longest && left[shared] === right[shared]) shared += 1
  return shared >= LEAST_STEM && shared / longest >= LEAST_SHARE
}
