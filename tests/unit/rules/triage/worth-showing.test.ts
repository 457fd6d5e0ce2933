import { expect, test } from 'vitest'
import { isWorthShowing } from '../../../../shared/rules/triage/worth-showing.ts'
import type { ShowFacts } from '../../../../shared/rules/triage/worth-showing.ts'

const facts = (given: Partial<ShowFacts>): ShowFacts => ({
  suggested: 'support',
  kind: 'service',
  isMadeByAgent: false,
  decided: null,
  ...given,
})

test.each<[string, Partial<ShowFacts>, boolean]>([
  ['it differs', {}, true],
  ['it agrees', { kind: 'support' }, false],
  ['it sees one kind in a ticket of both', { kind: 'both' }, false],
  ['it is unsure about a ticket of both', { kind: 'both', suggested: 'unsure' }, false],
  ['it sees both in a ticket of one', { suggested: 'both' }, true],
  ['it is unsure about what came by itself', { suggested: 'unsure' }, true],
  ['it is unsure about what an agent has said', { suggested: 'unsure', isMadeByAgent: true }, false],
  ['it differs from what an agent has said', { isMadeByAgent: true }, true],
  ['somebody has answered the same', { decided: { suggested: 'support' } }, false],
  ['the words have changed since', { decided: { suggested: 'both' } }, true],
  [
    'it is unsure after somebody has answered',
    { suggested: 'unsure', decided: { suggested: 'both' } },
    false,
  ],
  ['somebody changed the kind by themselves', { decided: { suggested: null } }, false],
])('%s', (_name, given, isShown) => {
  expect(isWorthShowing(facts(given))).toBe(isShown)
})
