import { expect, test } from 'vitest'
import type { ArticleGap } from '../../../shared/domain/article-gaps.ts'
import { gapGroups, gapKey } from '../../../shared/rules/knowledge/gap-groups.ts'
import { idOf, NOW_MS } from '../../support/builders.ts'

const gap = (n: number, row: Partial<ArticleGap>): ArticleGap => ({
  id: idOf(n),
  words: 'refund points',
  kind: 'service',
  ticketId: idOf(n + 100),
  agentId: null,
  askedAtMs: NOW_MS + n,
  state: 'open',
  articleId: null,
  ...row,
})

test('the same words in any order and case are one; what is missed most comes first, what is closed not at all', () => {
  expect(gapKey('  Points,  Refund points ')).toBe(gapKey('refund POINTS'))
  const groups = gapGroups([
    gap(1, {}),
    gap(2, { words: 'Points refund', kind: 'support' }),
    gap(3, { words: 'export stops' }),
    gap(4, { words: 'export stops', state: 'closed' }),
    gap(5, { words: 'gone', state: 'closed' }),
  ])
  expect(groups.map(({ words, count }) => [words, count])).toEqual([
    ['Points refund', 2],
    ['export stops', 1],
  ])
  expect(groups[0]).toMatchObject({
    ticketIds: [idOf(102), idOf(101)],
    kinds: ['support', 'service'],
    isDrafted: false,
  })
})
