import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { DEMO_SLUG } from '../../demo/ensure-demo.ts'
import { runFloor } from '../../demo/floor/run-floor.ts'
import { HUB_VERSION } from '../../version.ts'
import { CliFailure, databaseOptions, defineCommand, required, text } from '../command.ts'
import { chooseWorkspace, withHub } from '../with-hub.ts'

const SEED = 7
const Ready = z.object({ url: z.string(), demo: z.object({ password: z.string() }) })

async function readReady(file: string): Promise<z.infer<typeof Ready>> {
  const content = await readFile(file, 'utf8').catch(() => null)
  if (content === null) throw new CliFailure(`There is no file ${file}: start the hub with --demo first.`)
  return Ready.parse(JSON.parse(content))
}

export const demoFloor = defineCommand({
  name: 'demo floor',
  positionals: '',
  summary: 'Let simulated agents and customers of the demo live, until it is told to stop.',
  options: {
    ...databaseOptions,
    'ready-file': text('FILE', 'written by the hub that serves the demo'),
    seed: text('NUMBER', 'of the day they have; 7 if absent'),
  },
  run: async context => {
    const { options, print, signal } = context
    const { url, demo } = await readReady(required('ready-file', options['ready-file']))
    const seed = Number(options.seed ?? SEED)
    if (!Number.isInteger(seed)) throw new CliFailure('--seed is a whole number.', 2)
    await withHub(context, async hub => {
      const { id: workspaceId } = await chooseWorkspace(hub, DEMO_SLUG)
      print.line(`The floor is at work on ${url}`)
      await runFloor({ hub, workspaceId, url, password: demo.password, seed, version: HUB_VERSION, signal })
    })
    print.line('The floor went home.')
    return 0
  },
})
