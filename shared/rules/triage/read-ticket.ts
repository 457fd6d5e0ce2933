import type { Stretch } from './clauses.ts'
import { cutText } from './clauses.ts'
import type { Features, KnownPieces } from './features.ts'
import { featuresOf } from './features.ts'
import { ticketText } from './readable-text.ts'
import type { Token } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** A clause as the model sees it; the tokens of its features are counted from `from`. */
export type Clause = { readonly from: number; readonly features: Features }

/** A ticket as the model sees it. */
export type ReadTicket = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly features: Features
  /** The same of each sentence that says something; empty when there is only one. */
  readonly parts: readonly Features[]
  /** The same of each clause; empty when there is only one. */
  readonly clauses: readonly Clause[]
}

/** Features of a stretch; a clause that is a whole sentence is read once. */
function readStretch(known: KnownPieces): (stretch: Stretch) => Features {
  const read = new Map<string, Features>()
  return ({ from, tokens }) => {
    const key = `${from}:${tokens.length}`
    const features = read.get(key) ?? featuresOf(tokens, known)
    read.set(key, features)
    return features
  }
}

export function readTicket(subject: string, body: string): ReadTicket {
  const text = ticketText(subject, body)
  const tokens = tokensOf(text)
  const { sentences, clauses } = cutText(text, tokens)
  const known: KnownPieces = new Map()
  const read = readStretch(known)
  return {
    text,
    tokens,
    features: featuresOf(tokens, known),
    parts: sentences.length > 1 ? sentences.map(read) : [],
    clauses: clauses.length > 1 ? clauses.map(each => ({ from: each.from, features: read(each) })) : [],
  }
}
