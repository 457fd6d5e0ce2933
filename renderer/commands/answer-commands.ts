import { articleFromFront, seedInFront } from '../data/answer-intents.ts'
import { flagMissing, missingInFront } from '../data/gap-intents.ts'
import type { Command } from './define.ts'

/** What was answered once is there for the next customer. */
export const answerCommands: readonly Command[] = [
  {
    id: 'article.fromTicket',
    group: 'ticket',
    shortcut: null,
    when: () => seedInFront() !== null,
    run: articleFromFront,
  },
  {
    id: 'article.missing',
    group: 'ticket',
    shortcut: null,
    when: () => missingInFront() !== null,
    run: () => {
      const words = missingInFront()
      if (words !== null) void flagMissing(words)
    },
  },
]
