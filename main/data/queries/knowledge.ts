import type { Input, Output } from '../../../shared/contract/index.ts'
import { get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** An article whole; null when it is not on this laptop. */
export function getArticle(
  { db }: QueryContext,
  { articleId }: Input<'articles.get'>,
): Output<'articles.get'> {
  return selectRow(db, 'articles', { tail: 'WHERE id = ?', params: [articleId] })
}

/** A known issue with the tickets here that have it; null when it is not on this laptop. */
export function getKnownIssue(
  { db }: QueryContext,
  { issueId }: Input<'knownIssues.get'>,
): Output<'knownIssues.get'> {
  const issue = selectRow(db, 'knownIssues', { tail: 'WHERE id = ?', params: [issueId] })
  if (!issue) return null
  const facts = get<{ product: string | null; tickets: number }>(
    db,
    `SELECT (SELECT name FROM products WHERE id = ?) AS product,
            (SELECT count(*) FROM issue_links WHERE issue_id = ?) AS tickets`,
    [issue.productId, issueId],
  )
  return { issue, productName: facts?.product ?? null, tickets: facts?.tickets ?? 0 }
}

export function listProducts({ db }: QueryContext): Output<'products.list'> {
  return selectRows(db, 'products', { tail: 'ORDER BY name, id', params: [] })
}
