import type { KnownIssue } from '../../../shared/domain/knowledge.ts'
import type { IssueWords } from '../../data/incident-intents.ts'

export const NO_WORDS: IssueWords = {
  title: '',
  productId: null,
  affectedVersions: [],
  symptoms: '',
  errorCodes: [],
  workaround: null,
  state: 'investigating',
  fixedInVersion: null,
  engineeringKey: null,
}

/** What a form can show of an issue. A state of a newer hub is shown as known. */
export const wordsOf = (issue: KnownIssue): IssueWords => ({
  title: issue.title,
  productId: issue.productId,
  affectedVersions: [...issue.affectedVersions],
  symptoms: issue.symptoms,
  errorCodes: [...issue.errorCodes],
  workaround: issue.workaround,
  state: issue.state === 'other' ? 'known' : issue.state,
  fixedInVersion: issue.fixedInVersion,
  engineeringKey: issue.engineeringKey,
})

/** Without edges and empty lines; what is empty is none. */
export function trimmed(words: IssueWords): IssueWords {
  const orNull = (text: string | null): string | null => text?.trim() || null
  const names = (list: readonly string[]): string[] => [
    ...new Set(list.map(name => name.trim()).filter(name => name !== '')),
  ]
  return {
    ...words,
    title: words.title.trim(),
    symptoms: words.symptoms.trim(),
    affectedVersions: names(words.affectedVersions),
    errorCodes: names(words.errorCodes),
    workaround: orNull(words.workaround),
    fixedInVersion: orNull(words.fixedInVersion),
    engineeringKey: orNull(words.engineeringKey)?.toUpperCase() ?? null,
  }
}
