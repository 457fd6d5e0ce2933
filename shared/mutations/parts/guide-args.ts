import { z } from 'zod'
import { GUIDE_FORMATS } from '../../domain/guides.ts'
import { guideProblems } from '../../rules/guides/guide-problems.ts'
import { Line, PersonName, Prose, TagList } from './args.ts'

const MOST_STEPS = 300
const MOST_ANSWERS = 30
const MOST_FITS = 200
const MOST_DETAILS = 60

const Key = z.string().max(80)
/** Words by language. */
const Local = z.record(z.string().max(12), Line)

const Answer = z.strictObject({
  id: Key,
  label: PersonName,
  next: Key.nullable(),
  end: Key.nullable(),
  result: Key.nullable(),
})
const Step = z.strictObject({
  id: Key,
  title: PersonName,
  text: Prose,
  say: Local.nullable(),
  notes: Key.nullable(),
  isOptional: z.boolean(),
  from: z.string().max(100).nullish(),
  answers: z.array(Answer).max(MOST_ANSWERS),
})

/** A guide in the right shape; whether people can be led by it is another question. */
export const GuideShape = z.strictObject({
  key: Key,
  format: z.enum(GUIDE_FORMATS),
  title: PersonName,
  summary: Line,
  language: z.string().min(2).max(12),
  tags: TagList,
  fits: z.strictObject({
    products: z.array(PersonName).max(MOST_FITS),
    codes: z.array(PersonName).max(MOST_FITS),
    words: z.array(PersonName).max(MOST_FITS),
  }),
  steps: z.array(Step).max(MOST_STEPS),
})

/** A guide people can be led by. */
export const GuideArgs = GuideShape.refine(content => guideProblems(content).length === 0, {
  error: 'this guide cannot be used',
})

const Detail = z.strictObject({
  key: Key.min(1),
  label: Local,
  question: Local,
  from: z.string().max(100).nullable(),
})
const hasDistinctKeys = (items: readonly { readonly key: string }[]): boolean =>
  new Set(items.map(({ key }) => key)).size === items.length

/** What has to be known about some products. */
export const DetailArgs = z.strictObject({
  key: Key.min(1),
  products: z.array(PersonName).max(MOST_FITS),
  items: z.array(Detail).max(MOST_DETAILS).refine(hasDistinctKeys, { error: 'two details have one key' }),
})
