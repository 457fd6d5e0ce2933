import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SIZES } from './goals.ts'
import type { Size } from './goals.ts'
import type { BenchRow } from './lib/leg.ts'
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

async function runRow(row: BenchRow, size: Size): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), `tandem-bench-${row.id}-`))
  let met = true
  try {
    say(`${row.id} ${size}: ${row.title}`)
    await row.run({ size, folder, progress: say }, async comparison => {
      const verdict = judge(comparison, size, await collect(comparison, say))
      met &&= verdict.pass !== false
      print(values.json ? JSON.stringify(verdict) : humanLine(verdict))
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return met
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
let allMet = true
for (const row of rows) if (wanted.includes(row.id)) allMet = (await runRow(row, size)) && allMet
say(allMet ? 'Every row that could be judged is met' : 'Some rows are open: see docs/performance.md')
