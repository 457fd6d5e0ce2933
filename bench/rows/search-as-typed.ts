import { close, openReader } from '../../main/data/db/open.ts'
import type { Connection } from '../../main/data/db/types.ts'
import { search } from '../../main/data/queries/search.ts'
import { diceFrom } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import { systemClock } from '../../server/system-clock.ts'
import { bareSearch, bareSearchSql, checkRecall, ticketsOf } from '../lib/bare-search.ts'
import { KEY } from '../lib/laptop.ts'
import { hashRows } from '../lib/leg.ts'
import type { BenchContext, BenchRow, Leg, Sample } from '../lib/leg.ts'
import { localLaptop } from '../lib/local-world.ts'
import { turn } from '../lib/turn.ts'
import { miniSearch } from '../peers/mini.ts'

const RUNS = 9
const LIMIT = 20
const TEXTS = 25
/** Rows the index is held against; all of them at the smallest size. */
const RECALL_ROWS = 60_000

/** What is typed on the way to words of real messages: three letters, two words with the last unfinished, a phrase. */
function queriesOf({ handle }: Connection): readonly string[] {
  const dice = diceFrom(randomFor(5, 'searches'))
  const last = handle.prepare('SELECT max(local_id) FROM messages').pluck().get() as number
  const body = handle
    .prepare('SELECT body_text FROM messages WHERE local_id >= ? ORDER BY local_id LIMIT 1')
    .pluck()
  const queries: string[] = []
  while (queries.length < TEXTS * 4) {
    const words = String(body.get(dice.whole(1, last))).match(/[a-z]{4,}/g) ?? []
    const [first, second] = [dice.whole(0, Math.max(0, words.length - 2)), dice.whole(0, words.length - 1)]
    const [word, next, other] = [words[first], words[first + 1], words[second]]
    if (word === undefined || next === undefined || other === undefined) continue
    queries.push(word.slice(0, 3), word, `${word} ${other.slice(0, 4)}`, `"${word} ${next}"`)
  }
  return queries
}

async function askAll<Answer>(
  queries: readonly string[],
  ask: (text: string) => Answer,
  ticketsIn: (answer: Answer) => readonly string[],
): Promise<Sample> {
  const times: number[] = []
  const found: unknown[][] = []
  for (const text of queries) {
    await turn()
    const startedAt = performance.now()
    const answer = ask(text)
    times.push(performance.now() - startedAt)
    found.push(...ticketsIn(answer).map((ticketId, place) => [text, place, ticketId]))
  }
  return { times, rows: found.length, hash: hashRows(found) }
}

/** It keeps everything in memory, and at the larger sizes takes more of it than a laptop has to give. */
function peersOf(context: BenchContext, raw: Connection, queries: readonly string[]): readonly Leg[] {
  if (context.size !== 'XS') return []
  context.progress('filling minisearch')
  const ask = miniSearch(raw)
  return [
    {
      name: 'minisearch',
      what: 'search(text, AND, last word as prefix) over all rows in memory, the newest of each index; phrases looked up in the texts',
      durability: 'none: in memory',
      isSlow: true,
      run: async () => askAll(queries, ask, candidates => ticketsOf(candidates, LIMIT)),
    },
  ]
}

/** C4: what comes with every letter typed. */
export const searchingAsTyped: BenchRow = {
  id: 'C4',
  title: 'search over tickets as one types: three letters, words, phrases',
  run: async (context, measure) => {
    const { path, world } = await localLaptop(context)
    const [db, raw] = [openReader({ path, key: KEY }), openReader({ path, key: KEY })]
    const asking = { db, agentId: world.me.id, clientId: 'bench', clock: systemClock }
    try {
      const queries = queriesOf(raw)
      context.progress('holding the index against the texts')
      const last = raw.handle.prepare('SELECT max(local_id) FROM messages').pluck().get() as number
      const compared = await checkRecall(raw, queries, Math.max(0, last - RECALL_ROWS))
      const bare = bareSearch(raw)
      await measure({
        figures: [
          { id: 'C4.p50', quantile: 0.5 },
          { id: 'C4.p99', quantile: 0.99 },
        ],
        ours: {
          name: 'ours',
          what: `search(text, subject tickets, limit ${LIMIT}): ${queries.length} texts, hits with marked excerpts as the window gets them`,
          durability: 'reads only',
          run: async () =>
            askAll(
              queries,
              text => search(asking, { text, subject: 'tickets', limit: LIMIT }),
              ({ hits }) => hits.map(({ id }) => id),
            ),
        },
        limit: {
          name: 'bare FTS5',
          what: bareSearchSql,
          durability: 'reads only',
          run: async () => askAll(queries, bare, candidates => ticketsOf(candidates, LIMIT)),
        },
        peers: peersOf(context, raw, queries),
        asides: [],
        runs: RUNS,
        remark: `recall 100 % of ${compared} messages${context.size === 'XS' ? '' : '; minisearch at XS only'}`,
      })
    } finally {
      close(db)
      close(raw)
    }
  },
}
