import type { ImportPlan } from './import-options.ts'
import type { ImportSummary } from './import-report.ts'
import { conversationOf } from './mail-threads.ts'
import type { LinkIndex } from './mail-threads.ts'
import type { RowProblem } from './problems.ts'
import { readUnits } from './read-units.ts'
import type { RejectsFile } from './rejects-file.ts'

const PROBLEMS_SHOWN = 10

/** Conversations of one file, in memory: a dry run keeps nothing. */
function memoryIndex(): LinkIndex & { readonly count: () => number } {
  const links = new Map<string, string>()
  const merged = new Map<string, string>()
  const settled = (conversation: string): string => {
    const next = merged.get(conversation)
    return next === undefined ? conversation : settled(next)
  }
  return {
    find: link => {
      const found = links.get(link)
      return found === undefined ? null : settled(found)
    },
    put: (link, conversation) => void links.set(link, conversation),
    merge: (from, to) => void merged.set(from, to),
    count: () => new Set([...links.values()].map(settled)).size,
  }
}

/** Reads a file as an import would, without a hub: what would go in, and every row that would not. */
export async function dryRun(
  plan: ImportPlan,
  { rejects, signal }: { readonly rejects: RejectsFile; readonly signal: AbortSignal },
): Promise<ImportSummary> {
  const index = memoryIndex()
  const first: RowProblem[] = []
  const counts = { items: 0, tickets: 0, messages: 0, refused: 0 }
  for await (const item of readUnits(plan)) {
    if (signal.aborted) break
    counts.items += 1
    switch (item.kind) {
      case 'ticket':
        counts.tickets += 1
        counts.messages += item.draft.messages.length
        break
      case 'mail':
        counts.messages += 1
        conversationOf(item.mail, index)
        break
      case 'problems':
        for (const problem of item.problems) {
          counts.refused += 1
          await rejects.add(problem)
          if (first.length < PROBLEMS_SHOWN) first.push(problem)
        }
    }
  }
  return {
    items: counts.items,
    ticketsAdded: counts.tickets + index.count(),
    messagesAdded: counts.messages,
    known: 0,
    refused: counts.refused,
    isStopped: signal.aborted,
    isResumed: false,
    firstProblems: first,
  }
}
