/** Kinds of secrets and personal data that are found by their shape. */
export const MASK_KINDS = ['email', 'address', 'card', 'iban', 'secret', 'phone'] as const
export type MaskKind = (typeof MASK_KINDS)[number]

export type MaskRule = {
  readonly kinds: readonly MaskKind[]
  /** Words people name themselves: a name, a host, a customer number. Case does not matter. */
  readonly words: readonly string[]
  /** Lines blotted out whole, counted from 0. */
  readonly lines: ReadonlySet<number>
}
export type Masked = { readonly text: string; readonly count: number }

/** Whether the last of the digits checks the others, as on cards. */
export const luhn = (digits: string): boolean => {
  const sum = digits
    .split('')
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

type Shape = { readonly pattern: RegExp; readonly isReal?: (match: string) => boolean }

/** In this order: what is longest and surest first. */
const SHAPES: Readonly<Record<MaskKind, readonly Shape[]>> = {
  secret: [
    { pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/gu },
    {
      pattern:
        /(?<=\b(?:password|passwd|pwd|secret|token|api[_-]?key|authorization|kennwort|passwort)["']?\s{0,8}[:=]\s{0,8}["']?(?:bearer\s{1,8})?)(?!bearer\b)[^\s"',;[\]]{3,}/giu,
    },
    { pattern: /(?<=\bbearer\s)[\w.~+/-]{8,}=*/giu },
    { pattern: /\b[0-9a-f]{32,}\b/giu },
  ],
  email: [{ pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu }],
  iban: [{ pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu }],
  card: [
    {
      pattern: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/gu,
      isReal: match => luhn(match.replaceAll(/\D/gu, '')),
    },
  ],
  address: [
    { pattern: /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/gu },
    { pattern: /(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])/giu },
    { pattern: /(?<![\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:])/giu },
  ],
  phone: [{ pattern: /(?<![\w.+])\+\d{1,3}[\s./-]?(?:\(?\d{1,5}\)?[\s./-]?){2,5}\d{2,}(?![\w])/gu }],
}
const ORDER: readonly MaskKind[] = ['secret', 'email', 'iban', 'card', 'address', 'phone']

export type Shaped = { readonly at: number; readonly words: string }

/** What of a kind stands in a text, by its shape alone. */
export const shapesIn = (text: string, kind: MaskKind): readonly Shaped[] =>
  SHAPES[kind].flatMap(({ pattern, isReal }) =>
    [...text.matchAll(pattern)].flatMap(match =>
      isReal?.(match[0]) === false ? [] : [{ at: match.index, words: match[0] }],
    ),
  )

/** What stands in the place: no shape of any kind, so masking again changes nothing. */
export const maskOf = (kind: MaskKind | 'word' | 'line'): string => `[${kind}]`

const escaped = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)

function maskShapes(line: string, kinds: readonly MaskKind[]): Masked {
  let text = line
  let count = 0
  for (const kind of ORDER.filter(each => kinds.includes(each))) {
    for (const { pattern, isReal } of SHAPES[kind]) {
      text = text.replaceAll(pattern, match => {
        if (isReal?.(match) === false) return match
        count += 1
        return maskOf(kind)
      })
    }
  }
  return { text, count }
}

/** Outside of what is masked already: a word like "card" must not eat its mask. */
function maskWords({ text, count }: Masked, words: readonly string[]): Masked {
  const wanted = words.map(word => word.trim()).filter(word => word !== '')
  if (wanted.length === 0) return { text, count }
  const alternatives = wanted.toSorted((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(
    `\\[(?:${[...MASK_KINDS, 'word', 'line'].join('|')})\\]|${alternatives.join('|')}`,
    'giu',
  )
  const marks = new Set([...MASK_KINDS, 'word', 'line'].map(kind => `[${kind}]`))
  let masked = count
  const result = text.replaceAll(pattern, match => {
    if (marks.has(match)) return match
    masked += 1
    return maskOf('word')
  })
  return { text: result, count: masked }
}

/** One line with everything masked that the rule names. Pure; masking twice is masking once. */
export function maskLine(line: string, rule: MaskRule, index: number): Masked {
  if (rule.lines.has(index)) return { text: maskOf('line'), count: line === maskOf('line') ? 0 : 1 }
  return maskWords(maskShapes(line, rule.kinds), rule.words)
}

/** A log with its lines in their places; `count` is how many things were masked. */
export function maskText(text: string, rule: MaskRule): Masked {
  let count = 0
  const lines = text.split('\n').map((line, index) => {
    const masked = maskLine(line, rule, index)
    count += masked.count
    return masked.text
  })
  return { text: lines.join('\n'), count }
}
