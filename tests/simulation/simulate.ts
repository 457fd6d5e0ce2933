import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { play } from './play.ts'
import type { Played } from './play.ts'
import { playMany, scriptOf } from './runner/play-many.ts'
import { shrink } from './shrink.ts'
import { stepKinds } from './world/plan.ts'
import type { Script } from './world/plan.ts'

// `npm run simulate`: plays histories, makes those that fail short, and tells them as stories.

const USAGE = `npm run simulate -- [--from 1] [--seeds 100] [--steps 500] [--sqlite] [--json] [--no-shrink]
npm run simulate -- --replay FILE      tells a short history that was left in out/simulation
`
const SEEDS_SHRUNK = 3

const ScriptFile = z.object({
  seed: z.int(),
  onSqlite: z.boolean(),
  steps: z.array(z.object({ index: z.int(), kind: z.enum(stepKinds), laptop: z.int() })),
})

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '500' },
    sqlite: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
    replay: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)
type Failed = Extract<Played, { ok: false }>

async function tell(script: Script): Promise<Played> {
  const lines: string[] = []
  const played = await play(script, line => lines.push(line))
  say(lines.join('\n'))
  say(played.ok ? 'Every promise holds.' : `\nBroken: ${played.message}`)
  return played
}

async function makeShort({ seed, broken }: Failed): Promise<void> {
  say(`\nSeed ${seed}: ${broken}. Making it short …`)
  const shrunk = await shrink(scriptOf(seed, Number(values.steps), values.sqlite || undefined))
  if (!shrunk) return say('Played alone it does not fail: the fault depends on what ran before it.')
  const folder = join(import.meta.dirname, '..', '..', 'out', 'simulation')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `seed-${seed}.json`)
  writeFileSync(file, `${JSON.stringify(shrunk.script, null, 1)}\n`)
  say(
    `${shrunk.script.steps.length} steps are left after ${shrunk.tries} tries; npm run simulate -- --replay ${file}\n`,
  )
  await tell(shrunk.script)
}

async function playAll(): Promise<number> {
  const [from, count, steps] = [Number(values.from), Number(values.seeds), Number(values.steps)]
  const startedAt = performance.now()
  const failed: Failed[] = []
  let played = 0
  await playMany({
    from,
    count,
    steps,
    ...(values.sqlite ? { onSqlite: true } : {}),
    onPlayed: one => {
      played += 1
      if (values.json) say(JSON.stringify(one))
      else if (!one.ok) say(`seed ${one.seed} failed: ${one.message.slice(0, 800)}`)
      if (!one.ok) failed.push(one)
      if (!values.json && played % 100 === 0) say(`${played} of ${count} histories, ${failed.length} failed`)
      return true
    },
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (!values.json) say(`${played} histories of ${steps} steps in ${seconds} s, ${failed.length} failed`)
  if (!values['no-shrink'] && !values.json)
    for (const one of failed.slice(0, SEEDS_SHRUNK)) await makeShort(one)
  return failed.length === 0 ? 0 : 1
}

async function main(): Promise<number> {
  if (values.help) {
    say(USAGE)
    return 0
  }
  if (values.replay === undefined) return playAll()
  return (await tell(ScriptFile.parse(JSON.parse(readFileSync(values.replay, 'utf8'))))).ok ? 0 : 1
}

process.exitCode = await main()
