import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { invariant } from '../../shared/assert.ts'
import { TemplateStep } from '../../shared/domain/plans.ts'
import { MacroStep } from '../../shared/domain/knowledge.ts'
import { Tags, WORK_KINDS, WorkKind } from '../../shared/domain/values.ts'
import { TEMPLATE_FAMILIES } from '../../shared/rules/knowledge/template-families.ts'
import { ViewBody } from '../../shared/rules/saved-views/rule.ts'
import { FormArgs } from '../../shared/mutations/parts/form-args.ts'
import { readGuideFile } from '../../shared/mutations/parts/read-guide-file.ts'
import type { ReadGuide } from '../../shared/mutations/parts/read-guide-file.ts'

/** Languages a starter set is written in. */
export const STARTER_LANGUAGES = ['en', 'de'] as const
export type StarterLanguage = (typeof STARTER_LANGUAGES)[number]

const words = z.string().trim().min(1)
const SetFile = z.strictObject({
  pages: z.array(
    z.strictObject({ key: words, kind: WorkKind.nullable(), tags: Tags, title: words, body: words }),
  ),
  plans: z.array(z.strictObject({ key: words, name: words, steps: z.array(TemplateStep).min(1) })),
  replies: z.array(
    z.strictObject({
      key: words,
      kind: WorkKind.nullable(),
      title: words,
      body: words,
      steps: z.array(MacroStep),
      family: z.enum(TEMPLATE_FAMILIES).optional(),
    }),
  ),
  views: z.array(z.strictObject({ key: words, name: words, body: ViewBody })),
})
type SetFile = z.infer<typeof SetFile>
type ReadOk = Extract<ReadGuide, { readonly ok: true }>
export type StarterSet = SetFile & {
  readonly guides: readonly ReadOk[]
  readonly forms: readonly FormArgs[]
}

const HERE = import.meta.dirname
const DETAILS = join(HERE, 'details-general.json')

function readGuide(file: string): ReadOk {
  const read = readGuideFile(readFileSync(file, 'utf8'))
  invariant(read.ok, `${file} is a guide as supervisors bring them in`)
  return read
}

/** Which fields tickets of each kind begin with, with their words in every language. */
export const readStarterForms = (): readonly FormArgs[] =>
  WORK_KINDS.map(kind => FormArgs.parse(JSON.parse(readFileSync(join(HERE, `form-${kind}.json`), 'utf8'))))

/** What a new workspace begins with, in one language: pages, guides, plans, canned replies and views for all. */
export function readStarterSet(language: StarterLanguage): StarterSet {
  const folder = join(HERE, language)
  const files = readdirSync(folder).filter(name => name.startsWith('guide-'))
  return {
    ...SetFile.parse(JSON.parse(readFileSync(join(folder, 'set.json'), 'utf8'))),
    guides: [...files.toSorted().map(name => join(folder, name)), DETAILS].map(readGuide),
    forms: readStarterForms(),
  }
}
