import { decodeEntities } from '../../shared/rules/entities.ts'

/** Stands for a preformatted part while the rest is folded; from the private use area, so no real text holds it. */
const MARK = '\uE000'
const PLACE = /\uE000(\d+)\uE000/g

const HIDDEN = /<(script|style|head|title|template)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi
const BREAKING =
  /<(?:br|hr)\b[^>]*>|<\/?(?:p|div|h[1-6]|ul|ol|table|tr|pre|blockquote|section|article|header|footer)\b[^>]*>/gi

/**
 * Readable plain text of an HTML body: for search, previews and quoting, never for display as HTML.
 * Line breaks and indentation inside `pre` stay; elsewhere white space is folded.
 */
export function htmlToText(html: string): string {
  const kept: string[] = []
  const withoutPre = html
    .replace(HIDDEN, ' ')
    .replace(/<pre\b[^>]*>([\s\S]*?)<\/pre\s*>/gi, (_whole, code: string) => {
      kept.push(code)
      return `\n${MARK}${kept.length - 1}${MARK}\n`
    })
  const folded = withoutPre
    .replace(/\s+/g, ' ')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<\/li\s*>/gi, '\n')
    .replace(/<t[dh]\b[^>]*>/gi, ' ')
    .replace(BREAKING, '\n')
  const bare = folded
    .replace(PLACE, (_whole, index: string) => `\n${kept[Number(index)] ?? ''}\n`)
    .replace(/<[^>]*>/g, '')
  return decodeEntities(bare)
    .split('\n')
    .map(line => line.trimEnd().replace(/^ (?=\S)/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
