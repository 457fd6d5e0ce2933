import { nextProposal, openNextProposal, proposalInFront, releaseProposal } from '../data/proposal-intents.ts'
import type { Command } from './define.ts'

/** Answers that guests and others suggest. */
export const proposalCommands: readonly Command[] = [
  {
    id: 'proposal.next',
    group: 'go',
    shortcut: 'Mod+Shift+J',
    when: () => nextProposal() !== null,
    run: openNextProposal,
  },
  {
    id: 'proposal.release',
    group: 'write',
    shortcut: 'Mod+Shift+F',
    when: () => proposalInFront() !== null,
    run: () => {
      const proposal = proposalInFront()
      if (proposal) void releaseProposal(proposal)
    },
  },
]
