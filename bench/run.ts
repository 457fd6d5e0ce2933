import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SIZES } from './goals.ts'
import type { Size } from './goals.ts'
import { startBenchHub } from './lib/hub.ts'
import type { BenchHub } from './lib/hub.ts'
import type { BenchContext, BenchRow } from './lib/leg.ts'
import { collect, judge } from './lib/measure.ts'
import { humanLine, machineLine } from './lib/report.ts'
import { rows } from './rows/index.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    size: { type: 'string', default: 'XS' },
    json: { type: 'boolean', default: false },
  },
})
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const print = (text: string): void => void process.stdout.write(`${text}\n`)

/** Runs the figures of a row. Answers whether none of those that could be judged is open. */
async function runRow(row: BenchRow, context: Omit<BenchContext, 'folder'>): Promise<boolean> {
  const { size } = context
  const folder = await mkdtemp(join(tmpdir(), `tandem-bench-${row.id}-`))
  let met = true
  try {
    say(`${row.id} ${size}: ${row.title}`)
    await row.run({ ...context, folder }, async comparison => {
      const results = await collect(comparison, say)
      for (const figure of comparison.figures) {
        const verdict = judge(comparison, { figure, size }, results)
        met &&= verdict.pass !== false
        print(values.json ? JSON.stringify(verdict) : humanLine(verdict))
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return met
}

async function runRows(size: Size, wanted: readonly string[]): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-bench-hub-'))
  let started: Promise<BenchHub> | null = null
  const hub = (): Promise<BenchHub> => (started ??= startBenchHub({ size, folder, progress: say }))
  let allMet = true
  try {
    for (const row of rows) {
      if (wanted.includes(row.id)) allMet = (await runRow(row, { size, progress: say, hub })) && allMet
    }
  } finally {
    await (started as Promise<BenchHub> | null)?.then(running => running.stop())
    await rm(folder, { recursive: true, force: true })
  }
  return allMet
}

const size = values.size as Size
if (!Object.hasOwn(SIZES, size)) {
  say(`Unknown size ${values.size}. Sizes: ${Object.keys(SIZES).join(', ')}`)
  process.exit(2)
}
const wanted = values.only?.split(',').map(id => id.trim()) ?? rows.map(row => row.id)
const unknown = wanted.filter(id => !rows.some(row => row.id === id))
if (unknown.length > 0) {
  say(`Unknown rows: ${unknown.join(', ')}. Rows: ${rows.map(row => row.id).join(', ')}`)
  process.exit(2)
}
say(machineLine())
const allMet = await runRows(size, wanted)
say(allMet ? 'No figure that could be judged is open' : 'Some figures are open: see docs/performance.md')
