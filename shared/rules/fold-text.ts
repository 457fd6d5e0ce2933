const NOT_ASCII = /[^\0-\u007f]/
/** Marks on Latin, Greek and Cyrillic letters, Hebrew points and Arabic vowel signs; marks of other scripts carry meaning. */
const STRIPPED =
  /(?:[\u0300-\u036f]|[\u0483-\u0487]|[\u0591-\u05bd]|\u05bf|\u05c1|\u05c2|\u05c4|\u05c5|\u05c7|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|[\u06d6-\u06ed]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u200b-\u200f]|\u2060|\u00ad|[\ufe00-\ufe0f])+/g
const SPECIAL = /[ßæœøłđðþıςŀŋħ\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g
const replacements: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  ŀ: 'l',
  ŋ: 'n',
  ħ: 'h',
}

const DEVANAGARI_ZERO = 0x966
const ARABIC_ZERO = 0x660

/** A letter that no decomposition simplifies, or a digit of another script. */
function replaceSpecial(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code >= DEVANAGARI_ZERO) return String(code - DEVANAGARI_ZERO)
  // Arabic and Persian digits: both blocks begin at a multiple of 16.
  if (code >= ARABIC_ZERO) return String(code % 16)
  return replacements[sign] ?? sign
}

export const isAscii = (text: string): boolean => !NOT_ASCII.test(text)

/** Text as search compares it: compatibility forms, case and diacritics are gone. ASCII only changes its case. */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  // Composed again at the end, because Hangul syllables and voiced kana would stay in pieces.
  const bare = text.toLowerCase().normalize('NFKD').replace(STRIPPED, '')
  return bare.toLowerCase().replace(SPECIAL, replaceSpecial).normalize('NFC')
}
