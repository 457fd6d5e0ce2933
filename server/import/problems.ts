/** Why a row did not go in; stable names, written into the rejects file. */
export type ProblemCode =
  | 'columns'
  | 'quotes'
  | 'json'
  | 'missing'
  | 'value'
  | 'encoding'
  | 'nul'
  | 'too-long'
  | 'duplicate-key'
  | 'changed'
  | 'group'
  | 'mail'
  | 'customer'
  | 'organisation'

/** One row that stays out: where, why and what to do about it. */
export type RowProblem = {
  /** First line of the row in the file, 1-based. */
  readonly line: number
  /** Column or path the problem is in; null when it is the row as a whole. */
  readonly column: string | null
  readonly code: ProblemCode
  readonly reason: string
  readonly advice: string
  /** The row as it stood in the file. */
  readonly raw: string
}

/** The parts of a problem that the code which found it knows. */
export type Finding = Omit<RowProblem, 'line' | 'raw'>

/** The file as a whole cannot be used: nothing of it went in. The message says what to do. */
export class ImportFailure extends Error {}

export type SourceItem =
  | { readonly kind: 'row'; readonly line: number; readonly raw: string; readonly record: unknown }
  | { readonly kind: 'problem'; readonly problem: RowProblem }

export const problemItem = (line: number, raw: string, finding: Finding): SourceItem => ({
  kind: 'problem',
  problem: { line, raw, ...finding },
})
