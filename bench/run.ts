import { join } from 'node:path'
import { endAll, endAllOnSignals, isEnding } from '../scripts/lib/processes.mjs'
import { benchFolder, keptFolder, removeFolders, removeLeftBehind } from './lib/folders.ts'
import { startBenchHub } from './lib/hub.ts'
import type { BenchHub } from './lib/hub.ts'
import type { BenchContext, BenchRow } from './lib/leg.ts'
import { collect, judge } from './lib/measure.ts'
import { readOptions } from './lib/options.ts'
import type { Options } from './lib/options.ts'
import { humanLine, machineLine, skippedLine } from './lib/report.ts'
import { settledLaptop } from './lib/settled-laptop.ts'
import { troubleWith } from './lib/window-trouble.ts'
import { rows } from './rows/index.ts'

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const print = (text: string): void => void process.stdout.write(`${text}\n`)

type Shared = Omit<BenchContext, 'folder'>

/** Runs the figures of a row. Answers whether none of those that could be judged is open. */
async function runRow(row: BenchRow, shared: Shared, { isJson }: Options): Promise<boolean> {
  const { size } = shared
  const trouble = row.needs?.map(troubleWith).find(reason => reason !== null)
  if (trouble) {
    print(skippedLine({ id: row.id, size, reason: trouble }, isJson))
    return true
  }
  const { folder, remove } = await benchFolder(row.id)
  let met = true
  try {
    say(`${row.id} ${size}: ${row.title}`)
    await row.run({ ...shared, folder }, async comparison => {
      const results = await collect(comparison, say)
      for (const figure of comparison.figures) {
        const verdict = judge(comparison, { figure, size }, results)
        met &&= verdict.pass !== false
        print(isJson ? JSON.stringify(verdict) : humanLine(verdict))
      }
    })
  } finally {
    await remove()
  }
  return met
}

async function runRows(options: Options): Promise<boolean> {
  const { size, keep } = options
  const kept = keep === null ? null : join(keep, size)
  const { folder, remove } = await keptFolder('hub', kept)
  const { folder: laptopFolder, remove: removeLaptop } = await keptFolder('laptop', kept)
  let started: Promise<BenchHub> | null = null
  const hub = (): Promise<BenchHub> => (started ??= startBenchHub({ size, folder, progress: say }))
  const settled = (): Promise<string> => settledLaptop({ hub, folder: laptopFolder, progress: say })
  let allMet = true
  try {
    for (const row of options.rows)
      allMet = (await runRow(row, { size, progress: say, hub, settled }, options)) && allMet
  } finally {
    await (started as Promise<BenchHub> | null)?.then(running => running.stop())
    await Promise.all([remove(), removeLaptop()])
  }
  return allMet
}

async function main(options: Options): Promise<void> {
  await removeLeftBehind()
  say(machineLine())
  const allMet = await runRows(options)
  say(allMet ? 'No figure that could be judged is open' : 'Some figures are open: see docs/performance.md')
}

const asked = readOptions(process.argv.slice(2), rows)
if (asked.kind === 'tell') {
  if (asked.code === 0) print(asked.text)
  else say(asked.text)
  process.exit(asked.code)
}
// However it ends: what it started ends with it, and nothing of it stays on the disk.
process.once('exit', removeFolders)
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => say('Ending the hub, its PostgreSQL and the windows …'))
endAllOnSignals()
try {
  await main(asked.options)
  await endAll()
} catch (error) {
  // Rows fail when what they measure is ended under them; that is no news then, and the signal ends the process.
  if (!isEnding()) {
    await endAll()
    throw error
  }
}
