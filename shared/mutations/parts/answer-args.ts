import { z } from 'zod'
import { MacroStep } from '../../domain/knowledge.ts'
import { ARTICLE_STATES, WORK_KINDS } from '../../domain/values.ts'
import { storableText } from '../../rules/storable-text.ts'
import { Line, Prose, TagList } from './args.ts'

const MOST_STEPS = 50
/** BCP 47, for example 'es' or 'pt-BR'. */
const Language = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u)
const Family = z.string().trim().min(1).max(40).overwrite(storableText)
const filled = { error: 'words are needed' }

export const ArticleContent = z.strictObject({
  title: Line.refine(words => words.trim() !== '', filled),
  language: Language,
  body: Prose.refine(words => words.trim() !== '', filled),
  url: Line.nullable(),
  tags: TagList,
  kind: z.enum(WORK_KINDS).nullable(),
  /** 'archived': retired; it can be restored. */
  state: z.enum(ARTICLE_STATES),
})
export type ArticleContent = z.infer<typeof ArticleContent>

export const MacroContent = z.strictObject({
  title: Line.refine(words => words.trim() !== '', filled),
  /** Null: for every language. */
  language: Language.nullable(),
  kind: z.enum(WORK_KINDS).nullable(),
  body: Prose.nullable(),
  steps: z.array(MacroStep).max(MOST_STEPS),
  /** One this version does not know is kept. Left out, as older versions do: as it stands. */
  family: Family.nullable().optional(),
  isRetired: z.boolean(),
})
export type MacroContent = z.infer<typeof MacroContent>
