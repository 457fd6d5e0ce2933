import type { Intent } from '../../../shared/mutations/define.ts'
import { anyOf, fresh, intend, oneOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Act = { readonly weight: number; readonly act: (desk: Desk) => Intent | null }

function setArticle(desk: Desk): Intent {
  const row = desk.random() < 0.7 ? anyOf(desk, 'articles') : undefined
  return intend('article.set', {
    articleId: row?.id ?? fresh(desk),
    seen: row?.version ?? 0,
    content: {
      title: words(desk),
      language: oneOf(desk, ['en', 'de', 'pt-BR']),
      body: words(desk),
      url: null,
      tags: desk.random() < 0.5 ? ['returns'] : [],
      kind: desk.random() < 0.5 ? 'service' : null,
      state: oneOf(desk, ['draft', 'published', 'archived']),
    },
  })
}

function setMacro(desk: Desk): Intent {
  const row = desk.random() < 0.7 ? anyOf(desk, 'macros') : undefined
  return intend('macro.set', {
    macroId: row?.id ?? fresh(desk),
    seen: row?.version ?? 0,
    content: {
      title: words(desk),
      language: desk.random() < 0.5 ? 'en' : null,
      kind: null,
      body: words(desk),
      steps: [],
      // Older versions do not say what it is for.
      ...(row ? { family: row.family === null ? 'bad-news' : null } : {}),
      isRetired: desk.random() < 0.3,
    },
  })
}

function flagGap(desk: Desk): Intent {
  return intend('articleGap.flag', {
    gapId: fresh(desk),
    words: words(desk),
    kind: null,
    ticketId: anyOf(desk, 'tickets')?.id ?? null,
  })
}

function setGap(desk: Desk): Intent | null {
  const gap = anyOf(desk, 'articleGaps')
  if (!gap) return null
  const article = anyOf(desk, 'articles')
  return intend('articleGap.set', {
    gapId: gap.id,
    state: article ? 'drafting' : 'closed',
    articleId: article?.id ?? null,
    seen: gap.state,
  })
}

/** Articles and canned replies that are kept in the console. */
export const answerActs = {
  'articleGap.flag': { weight: 1, act: flagGap },
  'articleGap.set': { weight: 2, act: setGap },
  'article.set': { weight: 1, act: setArticle },
  'macro.set': { weight: 1, act: setMacro },
} satisfies Readonly<Record<string, Act>>
