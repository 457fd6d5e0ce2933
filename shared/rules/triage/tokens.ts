import { foldText } from '../fold-text.ts'
import { conceptOf } from './concepts.ts'
import { isFiller } from './fillers.ts'
import { negatedIn } from './negation.ts'

/** A word as it stands in the text. */
export type PlainToken = {
  /** The word folded (case and accents gone), or a class as `#money`. */
  readonly form: string
  /** Where it stands in the text. */
  readonly start: number
  readonly end: number
  /** It is left out of what is scored. */
  readonly isFiller: boolean
}

export type Token = PlainToken & {
  /** A "not" turns it. */
  readonly isTurned: boolean
  /** What it is about, where that is known in any language. */
  readonly concept: string | null
}

const WORD = /\p{N}[\p{L}\p{N}.,:/_-]*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[€$£¥]/gu
const MONEY_SIGN = /[€$£¥]/u
const CURRENCY = new Set([
  'eur',
  'euro',
  'euros',
  'usd',
  'gbp',
  'chf',
  'dollar',
  'dollars',
  'pounds',
  'reais',
  'brl',
])
/** 2.4.1, v3.0: a version. 12.50 is not one. */
const VERSION = /^\d+(?:\.\d+){2,}/
/** French elision: l'application, d'accès, qu'il. */
const ELIDED = new Set(['l', 'd', 'j', 'n', 'qu', 'c', 's', 'm', 't', 'jusqu', 'lorsqu', 'puisqu'])
/** The model was taught no other script: what it made of one would be chance. */
const LATIN = /\p{Script=Latin}/u
/** No word of a person is longer; what is longer is data. */
const LONGEST_WORD = 40
/** Words that are looked at: more than fit into the text that is scored. */
const MOST_TOKENS = 3000

/** A class stands for what differs from mail to mail: amounts, versions, numbers. */
function classOfNumber(word: string, hasMoney: boolean): string {
  if (hasMoney) return '#money'
  return VERSION.test(word) ? '#version' : '#number'
}

/** The part of a word that carries its meaning: without elided articles, without English endings as in "customer's". */
function stem(folded: string): string {
  const [before = '', after] = folded.split(/['’]/u)
  if (after === undefined) return before
  // can't, doesn't: the part that means something is the whole.
  if (after === 't') return `${before}t`
  return ELIDED.has(before) ? after : before
}

const asClass = (form: string, start: number, end: number): PlainToken => ({
  form,
  start,
  end,
  // Numbers, addresses and links are told apart and then left alone: whether a text has them says nothing about it.
  isFiller: form !== '#money' && form !== '#version',
})

function wordToken(word: string, start: number): PlainToken {
  const end = start + word.length
  const form = stem(foldText(word))
  if (CURRENCY.has(form)) return asClass('#money', start, end)
  const isKnowable = word.length <= LONGEST_WORD && LATIN.test(form)
  return { form, start, end, isFiller: !isKnowable || isFiller(form) }
}

function plainTokens(text: string): readonly PlainToken[] {
  const tokens: PlainToken[] = []
  for (const chunk of text.matchAll(/\S+/gu)) {
    const [part] = chunk
    const at = chunk.index
    if (/^<?(?:https?:|www\.)/iu.test(part)) tokens.push(asClass('#link', at, at + part.length))
    else if (part.indexOf('@') > 0) tokens.push(asClass('#address', at, at + part.length))
    else {
      const hasMoney = MONEY_SIGN.test(part)
      for (const match of part.matchAll(WORD)) {
        const [word] = match
        const start = at + match.index
        const isNumber = /^\p{N}/u.test(word)
        if (isNumber) tokens.push(asClass(classOfNumber(word, hasMoney), start, start + word.length))
        else if (MONEY_SIGN.test(word)) tokens.push(asClass('#money', start, start + word.length))
        else tokens.push(wordToken(word, start))
      }
    }
    if (tokens.length >= MOST_TOKENS) break
  }
  return tokens
}

/** Words and classes of a text in their order, with what turns them and what they are about. Linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens = plainTokens(text)
  const turned = negatedIn({ text, tokens })
  return tokens.map((token, index) => ({
    ...token,
    isTurned: turned.has(index),
    concept: token.isFiller ? null : conceptOf(token.form),
  }))
}
