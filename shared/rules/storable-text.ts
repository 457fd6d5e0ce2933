const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * Text as both databases can keep it: PostgreSQL refuses NUL, and half a surrogate pair is not UTF-8.
 * Everything else stays as it is.
 */
export function storableText(text: string): string {
  const withoutNul = text.includes('\0') ? text.replaceAll('\0', '') : text
  return withoutNul.replace(LONE_SURROGATE, '\uFFFD')
}
