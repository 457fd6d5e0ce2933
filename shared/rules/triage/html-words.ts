import { decodeEntities } from '../entities.ts'

export const LOOKS_LIKE_HTML =
  /<(?:html|body|div|p|br|table|td|span|a|ul|li|b|i|strong|h[1-6]|blockquote)\b[^<>]{0,400}>/i
const MUTE = new Set(['script', 'style', 'head', 'title', 'template'])
const BLOCK = /^(?:br|hr|p|div|h[1-6]|li|ul|ol|tr|td|th|table|pre|section)$/

/** A head of styles is often longer than the mail. */
const HEAD_LIMIT = 200_000
/** From the body of an HTML mail on; of anything else all. */
export function withoutHead(mail: string): string {
  const at = mail.slice(0, HEAD_LIMIT).search(/<body\b/i)
  return at > 0 ? mail.slice(at) : mail
}

/**
 * Words of HTML, one pass over the tags, so that hostile HTML costs no more than its length. `keepsQuotes`: whether what
 * stands in a `blockquote` stays.
 */
export function htmlToWords(html: string, keepsQuotes = false): string {
  let text = ''
  let from = 0
  let muted: string | null = null
  while (from < html.length) {
    const open = html.indexOf('<', from)
    const end = open < 0 ? html.length : open
    if (muted === null) text += html.slice(from, end)
    if (open < 0) break
    const close = html.indexOf('>', open)
    if (close < 0) break
    const isEnd = html[open + 1] === '/'
    const name = (
      /^[a-z][a-z0-9]*/i.exec(html.slice(open + (isEnd ? 2 : 1), open + 16))?.[0] ?? ''
    ).toLowerCase()
    if (muted === null && !isEnd && (MUTE.has(name) || (name === 'blockquote' && !keepsQuotes))) muted = name
    else if (isEnd && name === muted) muted = null
    text += BLOCK.test(name) ? '\n' : ' '
    from = close + 1
  }
  return decodeEntities(text)
}
