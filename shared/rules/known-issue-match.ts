import type { Asset } from '../domain/commerce.ts'
import type { KnownIssue } from '../domain/knowledge.ts'
import { searchText } from './search-text.ts'
import { compareVersions, versionMatches } from './versions.ts'

/** Why an issue may be the one, in terms an agent can check on the screen. */
export type MatchReason =
  | { readonly kind: 'error-code'; readonly code: string }
  | { readonly kind: 'version'; readonly assetId: string; readonly version: string }
  | { readonly kind: 'symptoms'; readonly words: readonly string[] }
export type IssueMatch = {
  readonly issueId: string
  /** 0 to 1; never more than its reasons are worth together. */
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

/** What each reason is worth alone. Together they add up as independent hints do, so they never reach 1. */
const WORTH = { code: 0.6, shortNumber: 0.3, version: 0.3, leastSymptoms: 0.2, mostSymptoms: 0.4 } as const
/** A code of a product the customer does not have is likely another product's code. */
const FOREIGN_PRODUCT = 0.5
const LEAST_SHARED_WORDS = 3
const LEAST_WORD = 4
const LEAST_PAIR = 2
const SHORT_NUMBER = 4
const COMMON_FROM_ISSUES = 4

/** Words that say nothing about a fault, in the languages customers write most. */
const EMPTY_WORDS = new Set(
  searchText(
    'with when that this from after have does been will they then than into also about there which would could your ' +
      'nicht wird nach wenn eine einen einem einer oder aber auch sich sind beim wurde kann haben diese dieser noch ' +
      'cuando para pero como esta este desde porque tiene sobre quando mais isso está foi depois não uma avec dans ' +
      'pour pas les des une est sur qui que plus mais après cette sont',
  ).split(' '),
)

export type MatchInput = {
  readonly issues: readonly KnownIssue[]
  readonly assets: readonly Pick<Asset, 'id' | 'productId' | 'version' | 'state'>[]
  /** Subject and messages of the ticket, newest first where it must be cut. */
  readonly text: string
}

const tokensOf = (text: string): string[] =>
  searchText(text)
    .split(' ')
    .filter(token => token !== '')
const FIRST_RUN_SIGN = 0x0e00
/** Pairs of signs are words already; of other scripts short words say little. */
const isTelling = (token: string): boolean =>
  token.length >= (token.charCodeAt(0) >= FIRST_RUN_SIGN ? LEAST_PAIR : LEAST_WORD) &&
  !/^\d+$/.test(token) &&
  !EMPTY_WORDS.has(token)
const wordsOf = (text: string): Set<string> => new Set(tokensOf(text).filter(token => isTelling(token)))

/** Words that more than half of the issues use tell none of them apart. */
function commonWords(issues: readonly KnownIssue[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const issue of issues)
    for (const word of wordsOf(issue.symptoms)) counts.set(word, (counts.get(word) ?? 0) + 1)
  if (issues.length < COMMON_FROM_ISSUES) return new Set()
  return new Set([...counts].filter(([, count]) => count > issues.length / 2).map(([word]) => word))
}

type TextFacts = {
  readonly tokens: ReadonlySet<string>
  readonly line: string
  readonly words: ReadonlySet<string>
}

/** The code as a whole, or its parts side by side: "E-310", "E310" and "E 310" are one. */
function hasCode(code: string, { tokens, line }: TextFacts): boolean {
  const parts = tokensOf(code)
  const whole = parts.at(-1)
  if (whole === undefined) return false
  if (tokens.has(whole)) return true
  return parts.length > 2 && line.includes(` ${parts.slice(0, -1).join(' ')} `)
}

/** "310" alone is as likely a price or a room. */
const isShortNumber = (code: string): boolean => /^\d+$/.test(code) && code.length < SHORT_NUMBER

/** Whether a thing runs a version the issue is about and not yet the one it is fixed in. */
export function isAffected(issue: KnownIssue, asset: MatchInput['assets'][number]): boolean {
  const { version } = asset
  if (version === null || asset.state === 'retired' || issue.productId === null) return false
  if (asset.productId !== issue.productId) return false
  if (issue.fixedInVersion !== null && compareVersions(version, issue.fixedInVersion) >= 0) return false
  return issue.affectedVersions.some(pattern => versionMatches(version, pattern))
}

/** Independent hints: the doubt that is left is the product of the doubts. */
const combined = (worths: readonly number[]): number =>
  1 - worths.reduce((doubt, worth) => doubt * (1 - worth), 1)

function matchOne(
  issue: KnownIssue,
  { assets }: MatchInput,
  facts: TextFacts & { common: ReadonlySet<string> },
): IssueMatch {
  const reasons: MatchReason[] = []
  const worths: number[] = []
  const isForeign =
    issue.productId !== null &&
    assets.length > 0 &&
    !assets.some(({ productId }) => productId === issue.productId)
  const factor = isForeign ? FOREIGN_PRODUCT : 1
  const code = issue.errorCodes.find(each => hasCode(each, facts))
  if (code !== undefined) {
    reasons.push({ kind: 'error-code', code })
    worths.push(factor * (isShortNumber(code) ? WORTH.shortNumber : WORTH.code))
  }
  const affected = assets.find(asset => isAffected(issue, asset))
  if (affected) {
    reasons.push({ kind: 'version', assetId: affected.id, version: affected.version ?? '' })
    worths.push(WORTH.version)
  }
  const telling = [...wordsOf(issue.symptoms)].filter(word => !facts.common.has(word))
  const shared = telling.filter(word => facts.words.has(word))
  if (shared.length >= LEAST_SHARED_WORDS) {
    reasons.push({ kind: 'symptoms', words: shared })
    const part = shared.length / telling.length
    worths.push(factor * (WORTH.leastSymptoms + (WORTH.mostSymptoms - WORTH.leastSymptoms) * part))
  }
  return { issueId: issue.id, score: combined(worths), reasons }
}

/**
 * Known issues that may explain a ticket, best first, each with its reasons. An issue that is fixed counts only for
 * customers who still run an affected version. Without a reason there is no match.
 */
export function matchKnownIssues(input: MatchInput): readonly IssueMatch[] {
  const list = tokensOf(input.text)
  const facts = {
    tokens: new Set(list),
    line: ` ${list.join(' ')} `,
    words: wordsOf(input.text),
    common: commonWords(input.issues),
  }
  return input.issues
    .map(issue => ({ issue, match: matchOne(issue, input, facts) }))
    .filter(
      ({ issue, match }) => issue.state !== 'fixed' || match.reasons.some(({ kind }) => kind === 'version'),
    )
    .map(({ match }) => match)
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((left, right) => right.score - left.score || (left.issueId < right.issueId ? -1 : 1))
}
