import { decodeEntities } from '../entities.ts'

const SOFT_BREAK = /=\r?\n/g
const ENCODED = /(?:=[0-9A-F]{2})+/g
const ENTITY = /&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});/i
const TAG = /<\/?[a-z][a-z0-9:]{0,20}(?:\s[^<>]{0,200})?\/?>/gi
const PICTURE = /\[(?:cid|image|bild|imagen|imagem)\s?:[^[\]\n]{0,120}\]/giu
const STYLE_RULE = /^[^{}\n]{0,80}\{[^{}\n]{0,400}\}[^\S\n]*$/gm
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

function fromQuotedPrintable(text: string): string {
  if (!/=(?:\r?\n|20|3D|C3=)/.test(text)) return text
  return text.replaceAll(SOFT_BREAK, '').replaceAll(ENCODED, bytes => {
    try {
      return decodeURIComponent(bytes.replaceAll('=', '%'))
    } catch {
      return ' '
    }
  })
}

/** A plain text without what programs left in it: encodings, stray tags and entities, names of pictures, style rules. */
export function withoutLeftovers(text: string): string {
  const readable = fromQuotedPrintable(text)
    .replaceAll(STYLE_RULE, ' ')
    .replaceAll(TAG, ' ')
    .replaceAll(PICTURE, ' ')
    .replaceAll(INVISIBLE, '')
  return ENTITY.test(readable) ? decodeEntities(readable) : readable
}
