import type { RequiredDetails } from '../../domain/guides.ts'
import type { GuideContent, GuideProblem } from './guide-problems.ts'

/** What a file says it is, and which form of it. */
export const GUIDE_FILE = { kind: 'tandem-guide', form: 1 } as const
export const DETAIL_FILE = { kind: 'tandem-required-details', form: 1 } as const

export type FileProblem =
  | GuideProblem
  /** `at` is a line of the file, its form, or the place of the value. */
  | { readonly what: 'not-json' | 'not-a-guide' | 'newer-form' | 'wrong-shape'; readonly at: string }

const written = (content: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify(content, null, 2)}\n`

/** The text of the file, as people read and edit it; the same guide always gives the same text. */
export function guideFileText(content: GuideContent): string {
  const { key, format, title, summary, language, tags, fits, steps } = content
  return written({ ...GUIDE_FILE, guide: { key, format, title, summary, language, tags, fits, steps } })
}

/** The same of a list of what has to be known. */
export function detailFileText({
  key,
  products,
  items,
}: Pick<RequiredDetails, 'key' | 'products' | 'items'>): string {
  return written({ ...DETAIL_FILE, details: { key, products, items } })
}

type Parsed = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Parsed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Line of the place that engines name in their message: "at position 12", "line 3 column 4". */
function lineOf(text: string, message: string): string {
  const named = /line (\d+)/u.exec(message)?.[1]
  if (named !== undefined) return named
  const position = /position (\d+)/u.exec(message)?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  return String(before.split('\n').length)
}

export type Unwrapped =
  | { readonly ok: true; readonly kind: 'guide' | 'details'; readonly content: unknown }
  | { readonly ok: false; readonly problem: FileProblem }

const refused = (what: 'not-json' | 'not-a-guide' | 'newer-form', at: string): Unwrapped => ({
  ok: false,
  problem: { what, at },
})

/** What is inside of a file, not looked at yet; or what is wrong with the file itself. */
export function unwrapFile(text: string): Unwrapped {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    return refused('not-json', lineOf(text, error instanceof Error ? error.message : ''))
  }
  if (!isRecord(parsed)) return refused('not-a-guide', '1')
  const { kind, form } = parsed
  if (kind !== GUIDE_FILE.kind && kind !== DETAIL_FILE.kind) return refused('not-a-guide', '1')
  if (typeof form === 'number' && form > GUIDE_FILE.form) return refused('newer-form', String(form))
  return kind === GUIDE_FILE.kind
    ? { ok: true, kind: 'guide', content: parsed['guide'] }
    : { ok: true, kind: 'details', content: parsed['details'] }
}
