import { contentWords, isSameWord } from '../diagnosis/content-words.ts'
import { foldText } from '../fold-text.ts'

/** Beginnings of words that thank, regret or understand, folded: English, German, Spanish, French, Portuguese. */
export const HEARD: readonly string[] = (
  'thank sorry apolog understand understood regret glad appreciat hear heard frustrat annoy inconvenien welcome congratul ' +
  'dank entschuldig leid versteh verstand bedauer freu argerlich unangenehm willkommen gluckwunsch ' +
  'graci siento lament disculp perd entiend entend comprend alegr molest bienvenid ' +
  'merci desol excus regrett compren ravi bienvenu felicit ' +
  'obrigad desculp sint compreend perceb lamento'
).split(' ')

/** A shorter reply answers and need not do more. */
const LEAST_WORDS = 10
/** A greeting is no sentence of its own. */
const GREETING_WORDS = 4
const LOOKED_AT = 2

const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map(sentence => sentence.trim())
    .filter(sentence => wordsOf(sentence).length > 0)

/**
 * The sentence a reply begins with, where neither it nor the one behind it thanks, regrets, understands or takes up a
 * word of what the customer wrote. Null: it does, it is too short to matter, or nobody wrote anything to take up.
 */
export function notAcknowledged(reply: string, theirs: string): string | null {
  if (theirs.trim() === '' || wordsOf(reply).length < LEAST_WORDS) return null
  const all = sentencesOf(reply)
  const [first = ''] = all
  const begun = wordsOf(first).length <= GREETING_WORDS ? all.slice(1) : all
  const looked = begun.slice(0, LOOKED_AT)
  const [beginning] = looked
  if (beginning === undefined) return null
  const heard = looked.some(sentence =>
    wordsOf(sentence).some(word => HEARD.some(start => word.startsWith(start))),
  )
  if (heard) return null
  const words = contentWords(theirs)
  const takesUp = looked.some(sentence =>
    contentWords(sentence).some(word => words.some(other => isSameWord(word, other))),
  )
  return takesUp ? null : beginning
}
