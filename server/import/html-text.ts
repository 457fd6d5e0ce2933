const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  bull: '•',
  middot: '·',
  times: '×',
  deg: '°',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  rarr: '→',
  larr: '←',
  zwnj: '',
  zwj: '',
  shy: '',
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? whole
  const isHex = name[1] === 'x' || name[1] === 'X'
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10)
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isScalar ? String.fromCodePoint(code) : ''
}

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
  return folded
    .replace(PLACE, (_whole, index: string) => `\n${kept[Number(index)] ?? ''}\n`)
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, decodeEntity)
    .split('\n')
    .map(line => line.trimEnd().replace(/^ (?=\S)/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
