import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catchFaults } from './catch-fault.ts'
import type { Caught } from './catch-fault.ts'
import { plantedFaults } from './faults.ts'

// `npm run simulate:faults`: plants each fault into the product and plays histories until one notices it.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)
function line({ fault, by, played }: Caught): string {
  if (!by) return `| ${fault.name} | **not noticed** | ${played} histories |`
  const who = 'test' in by ? `${by.test[0]}, "${by.test[1]}"` : `seed ${by.seed}, step ${by.at ?? 'last'}`
  return `| ${fault.name} | ${who} | ${by.broken} |`
}

const chosen = plantedFaults.filter(({ name, file }) => `${file} ${name}`.includes(values.only))
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1)
say('| planted fault | noticed by | promise that broke |\n|---|---|---|')
const first = (known: unknown): number[] => (typeof known === 'number' && known > 0 ? [known] : [])
const all = await catchFaults(chosen, ({ noticedBy }) => [...first(noticedBy), ...seeds], {
  processes: availableParallelism(),
  onCaught: caught => say(line(caught)),
})
const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'reports')
mkdirSync(folder, { recursive: true })
const report = all.map(({ fault: { name, file }, by, played, ms }) => ({ name, file, by, played, ms }))
writeFileSync(join(folder, 'planted-faults.json'), `${JSON.stringify(report, null, 1)}\n`)
const noticed = all.filter(({ by }) => by !== null).length
say(`\n${noticed} of ${all.length} planted faults noticed (out/reports/planted-faults.json)`)
process.exitCode = noticed >= 0.95 * all.length ? 0 : 1
