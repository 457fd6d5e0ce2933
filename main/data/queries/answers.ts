import type { Input, Output } from '../../../shared/contract/index.ts'
import { gapGroups } from '../../../shared/rules/knowledge/gap-groups.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

/** Everything there is to answer with, for those who keep it: small tables that a workspace holds whole. */
export function listAnswers({ db }: QueryContext): Output<'answers.list'> {
  const articles = selectRows(db, 'articles', { tail: 'ORDER BY title, language, id', params: [] })
  return {
    articles: articles.map(({ body: _words, ...line }) => line),
    macros: selectRows(db, 'macros', { tail: 'ORDER BY title, language, id', params: [] }),
  }
}

/** What was looked for and still has to be written. */
export const listGaps = ({ db }: QueryContext): Output<'articleGaps.list'> =>
  gapGroups(selectRows(db, 'articleGaps', { tail: `WHERE state <> 'closed'`, params: [] }))

/** What an article said before it was changed, the newest first. */
export function listVersions(
  { db }: QueryContext,
  { articleId }: Input<'articles.versions'>,
): Output<'articles.versions'> {
  const tail = 'WHERE article_id = ? ORDER BY replaced_at_ms DESC, id DESC'
  return selectRows(db, 'articleVersions', { tail, params: [articleId] })
}
