import type { Features, KnownPieces } from './features.ts'
import { featuresOf } from './features.ts'
import { ticketText } from './readable-text.ts'
import type { Token } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** A ticket as the model sees it. */
export type ReadTicket = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly features: Features
  /** The same of each sentence that says something; empty when there is only one. */
  readonly parts: readonly Features[]
}

const ENDS_SENTENCE = /[.!?;\n]/
/** A sentence of fewer words that count says too little by itself. */
const LEAST_WORDS = 2
/** Words that count in one part: a text without full stops is looked at in pieces of this size. */
const MOST_WORDS = 18
/** Sentences that are looked at one by one. */
const MOST_PARTS = 20

function sentencesOf(text: string, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]]
  let words = 0
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    const isOver = before !== undefined && ENDS_SENTENCE.test(text.slice(before.end, token.start))
    if (isOver || words === MOST_WORDS) {
      sentences.push([])
      words = 0
    }
    if (!token.isFiller) words += 1
    sentences.at(-1)?.push(token)
  })
  return sentences
    .filter(sentence => sentence.filter(({ isFiller }) => !isFiller).length >= LEAST_WORDS)
    .slice(0, MOST_PARTS)
}

export function readTicket(subject: string, body: string): ReadTicket {
  const text = ticketText(subject, body)
  const tokens = tokensOf(text)
  const sentences = sentencesOf(text, tokens)
  const known: KnownPieces = new Map()
  return {
    text,
    tokens,
    features: featuresOf(tokens, known),
    parts: sentences.length > 1 ? sentences.map(sentence => featuresOf(sentence, known)) : [],
  }
}
