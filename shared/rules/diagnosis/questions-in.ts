import { foldText } from '../fold-text.ts'
import { ownText } from '../quoted-text.ts'

/** More than these in one message are a form, not a conversation. */
const MOST_QUESTIONS = 6
const LONGEST = 400
const LEAST_WORDS = 2
const LEAST_SIGNS = 5

/** Ends of sentences; not the dot of "z. B." or of a version. */
const BREAK = /(?<=[?？؟!…。])\s*|(?<=(?<![\s(]\p{L}|^\p{L})\.)\s+|\n+/u
/** Beyond Latin letters: words are not always spaced there. */
const OTHER_SCRIPT = /[\u0250-\uffff]/u
const ASKS = /[?？؟]["'”’»)\]]*$/u

/** What people ask to be polite: nobody waits for the answer, and nobody minds being asked again. */
const COURTESY: readonly RegExp[] = [
  /\b(?:anything|something) else\b/u,
  /\b(?:how are you|how is it going|how do you do|all well|alright)\b/u,
  /\b(?:can|may|could) (?:i|we) (?:help|be of)\b/u,
  /\b(?:does|would|did) (?:that|this|it) (?:help|work for you|suit|answer)\b/u,
  /\b(?:is|was) (?:that|this) (?:ok|okay|alright|fine|all)\b/u,
  /\b(?:wie geht es|alles gut|alles klar)\b/u,
  /\b(?:sonst noch|noch etwas|weitere fragen)\b/u,
  /\b(?:kann ich|konnen wir|darf ich) (?:ihnen |euch |dir )?(?:sonst |noch |weiter)*(?:helfen|behilflich)\b/u,
  /\b(?:hilft|passt|reicht) (?:ihnen |dir |euch )?das\b/u,
  /\b(?:ist|ware) das (?:so )?(?:ok|okay|in ordnung|recht|fur sie)\b/u,
]

const isCourtesy = (sentence: string): boolean => {
  const folded = foldText(sentence)
  return COURTESY.some(pattern => pattern.test(folded))
}

const spaced = (sentence: string): string => sentence.replaceAll(/\s+/gu, ' ').trim()
/** List marks and quotation signs in front of a question. */
const bare = (sentence: string): string => sentence.replace(/^[\s>*•·–—"'“„«(\d.)-]*(?=\p{L})/u, '')

/**
 * Questions somebody asks in a message, in order, without what it quotes and without courtesies; at most
 * `MOST_QUESTIONS`, each once.
 */
export function questionsIn(text: string): readonly string[] {
  if (!/[?？؟]/u.test(text)) return []
  const asked = ownText(text)
    .split(BREAK)
    .map(sentence => bare(spaced(sentence)))
    .filter(sentence => ASKS.test(sentence) && sentence.length <= LONGEST && sentence.length >= LEAST_SIGNS)
    .filter(sentence => OTHER_SCRIPT.test(sentence) || sentence.split(' ').length >= LEAST_WORDS)
    .filter(sentence => !isCourtesy(sentence))
  return [...new Set(asked)].slice(0, MOST_QUESTIONS)
}
