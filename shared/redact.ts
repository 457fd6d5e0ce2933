import type { LogFacts } from './log.ts'

/** Names of facts whose values never belong in a log, whatever they look like. */
const SECRET_NAME = /pass(word|phrase)?|secret|token|authori[sz]ation|cookie|api.?key|private.?key|signature/i

/** What may stand in text that was not written by us, and the word that takes its place. What holds others comes first. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic|Digest)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '[token]'],
  [/\/\/[^\s/@]{1,200}@/g, '//[login]@'],
  [/([?&][\w-]*(?:token|key|secret|password|code|sig)[\w-]*=)[^&#\s]+/gi, '$1[token]'],
  [/[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{1,255}\.\p{L}{2,24}/gu, '[e-mail]'],
  // The name of the person stands in the path of their home folder.
  [/(\/home\/|\/Users\/|\\Users\\)[^/\\\s"']+/g, '$1[user]'],
  // Keys and hashes: long runs of hex or base64.
  [/\b[0-9a-f]{40,}\b/gi, '[key]'],
  [/\b(?=[\w+/-]*\d)(?=[\w+/-]*[A-Za-z])[\w+/-]{40,}={0,2}/g, '[key]'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g, '[account]'],
]

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** Digits as people write telephone and card numbers; ids, times and counts are kept apart below. */
const DIGIT_RUN = /(?<![\w.])(?:\+|\(\+?)?\d[\d ()./-]{6,24}\d(?!\w)/g
const LEAST_PHONE_DIGITS = 7
const LEAST_CARD_DIGITS = 15

function redactNumbers(text: string): string {
  return text.replace(DIGIT_RUN, run => {
    const digits = run.replace(/\D/g, '').length
    // A bare number is a count or a time in ms, unless it is as long as a card number.
    const isCount = /^\d+$/.test(run) && digits < LEAST_CARD_DIGITS
    const isDateOrMachine = /^\d{4}-\d{2}-\d{2}/.test(run) || /^\d{1,3}(\.\d{1,3}){3}$/.test(run)
    return digits < LEAST_PHONE_DIGITS || isCount || isDateOrMachine ? run : '[number]'
  })
}

/**
 * Takes tokens, keys, logins, e-mail addresses, telephone, card and account numbers and user names out of a text.
 * For logs and reports only; it errs on the side of taking out too much. Ids (UUIDs), plain counts, times and dates
 * stay, because a log without them helps nobody.
 */
export function redact(text: string): string {
  const ids: string[] = []
  let kept = text.replace(UUID, id => `\u{E000}${ids.push(id) - 1}\u{E001}`)
  for (const [pattern, word] of PATTERNS) kept = kept.replace(pattern, word)
  return redactNumbers(kept).replace(
    /\u{E000}(\d+)\u{E001}/gu,
    (_all, index: string) => ids[Number(index)] ?? '',
  )
}

/** Facts as they may be written to a log file or a diagnostics bundle. */
export function redactFacts(facts: LogFacts): LogFacts {
  const clean = Object.entries(facts).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value] as const
    return [name, SECRET_NAME.test(name) ? '[secret]' : redact(value)] as const
  })
  return Object.fromEntries(clean)
}
