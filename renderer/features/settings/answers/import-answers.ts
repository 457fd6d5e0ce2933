import i18next from 'i18next'
import type { ArticleLine } from '../../../../shared/contract/answers.ts'
import type { Macro } from '../../../../shared/domain/knowledge.ts'
import { readAnswers } from '../../../../shared/rules/knowledge/read-answers.ts'
import type { ReadAnswer } from '../../../../shared/rules/knowledge/read-answers.ts'
import { act } from '../../../data/use-action.ts'
import { makeId } from '../../../lib/make-id.ts'

export type ImportedAnswers = {
  readonly taken: number
  /** Files, and of those that were read in part the places, that were not taken. */
  readonly refused: readonly string[]
}
type Standing = { readonly articles: readonly ArticleLine[]; readonly macros: readonly Macro[] }

/** A file that is larger than this is no text for people. */
const MOST_BYTES = 5_000_000

/** What has the same title and language is changed, so that bringing a file in again adds nothing. */
function take(answer: ReadAnswer, { articles, macros }: Standing) {
  const { type, title, body, url, tags, family } = answer
  const language = answer.language ?? i18next.language.slice(0, 2)
  const isSame = (row: { readonly title: string; readonly language: string | null }): boolean =>
    row.title === title && row.language === language
  if (type === 'reply') {
    const known = macros.find(isSame)
    const kind = known?.kind === 'service' || known?.kind === 'support' ? known.kind : null
    return act('macro.set', {
      macroId: known?.id ?? makeId(),
      seen: known?.version ?? 0,
      content: {
        title,
        language,
        kind,
        body,
        steps: [...(known?.steps ?? [])],
        // What the file does not say stays as it is.
        ...(family === null ? {} : { family }),
        isRetired: false,
      },
    })
  }
  const known = articles.find(isSame)
  const kind = known?.kind === 'service' || known?.kind === 'support' ? known.kind : null
  return act('article.set', {
    articleId: known?.id ?? makeId(),
    seen: known?.version ?? 0,
    content: { title, language, body, url, tags: [...tags], kind, state: 'published' },
  })
}

/** Brings files in one after the other: tables, lists and pages, a folder of them at once. */
export async function importAnswers(files: readonly File[], standing: Standing): Promise<ImportedAnswers> {
  let taken = 0
  const refused: string[] = []
  for (const file of files) {
    const read = file.size > MOST_BYTES ? null : readAnswers(file.name, await file.text())
    if (!read || read.answers.length === 0) refused.push(file.name)
    else refused.push(...read.refused.map(place => `${file.name} ${place}`))
    for (const answer of read?.answers ?? []) if (await take(answer, standing)) taken += 1
  }
  return { taken, refused }
}
