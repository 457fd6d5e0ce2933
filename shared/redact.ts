/** What may stand in text that was not written by us: each pattern and the word that takes its place. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+\S+/gi, 'Bearer [token]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '[token]'],
  // Keys and hashes: long runs of hex or base64. Ids of ours are shorter between their hyphens and stay readable.
  [/\b[0-9a-f]{40,}\b/gi, '[key]'],
  [/\b(?=[\w+/]*\d)(?=[\w+/]*[A-Z])[\w+/]{40,}={0,2}/g, '[key]'],
  [/\/\/[^\s/@:]+:[^\s/@]+@/g, '//[login]@'],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/(?<![\w-])\+?\d[\d ()/.-]{7,}\d(?![\w-])/g, '[number]'],
  // The name of the person stands in the path of their home folder.
  [/(\/home\/|\/Users\/|\\Users\\)[^/\\\s"']+/g, '$1[user]'],
]

/**
 * Takes tokens, keys, logins, e-mail addresses, telephone numbers and user names out of a text.
 * For logs and reports only; it errs on the side of taking out too much.
 */
export function redact(text: string): string {
  return PATTERNS.reduce((kept, [pattern, word]) => kept.replace(pattern, word), text)
}
