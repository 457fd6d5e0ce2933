import { parseArgs } from 'node:util'
import { History } from './world/history.ts'

/** `node tests/simulation/play.ts --from 1 --seeds 200 --steps 500`: plays histories and names those that fail. */
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '500' },
    sqlite: { type: 'boolean', default: false },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)

let failed = 0
const first = Number(values.from)
for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
  const history = new History({ seed, steps: Number(values.steps), onSqlite: values.sqlite })
  try {
    const report = await history.run()
    if (seed % 50 === 0) say(`seed ${seed}: ${JSON.stringify(report)}`)
  } catch (error) {
    failed += 1
    say(`seed ${seed} failed: ${error instanceof Error ? error.message.slice(0, 600) : String(error)}`)
  } finally {
    history.close()
  }
}
say(`${values.seeds} histories, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
