import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { searchText } from '../../../shared/rules/search-text.ts'

/** What of a table can be searched. The text is what the index holds, token for token. */
export type SearchDocument = {
  readonly fields: readonly string[]
  readonly text: (row: WireRow) => string
}

/** Strings and numbers of a value, however deep: tags, error codes, custom fields. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsOf).join('\n')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(wordsOf).join('\n')
  return ''
}

const document = (...fields: readonly string[]): SearchDocument => ({
  fields,
  text: row => {
    const [only] = fields
    const text =
      fields.length === 1 && only !== undefined
        ? wordsOf(row[only])
        : fields.map(field => wordsOf(row[field])).join('\n')
    return searchText(text)
  },
})

export const documents: ReadonlyMap<TableName, SearchDocument> = new Map([
  ['tickets', document('number', 'subject', 'tags', 'fields')],
  ['messages', document('bodyText')],
  ['notes', document('body')],
  ['attachments', document('fileName')],
  ['customers', document('name', 'jobTitle', 'labels', 'facts', 'fields')],
  ['contactPoints', document('value', 'label')],
  ['articles', document('title', 'tags', 'body')],
  ['knownIssues', document('code', 'title', 'symptoms', 'errorCodes', 'workaround')],
] as const)
