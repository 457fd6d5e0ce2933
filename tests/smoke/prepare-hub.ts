import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readHub } from '../support/hub-view.ts'
import { startHubProcess } from '../support/hub-process.ts'
import type { HubProcess } from '../support/hub-process.ts'
import type { Steps } from './steps.ts'

const EXCERPT = join(import.meta.dirname, '../../server/demo/excerpt')
const PASSWORD = 'a quiet desk by the window'

/** Real questions of customers: banking ones for service, with the technical ones among them for support. */
const MAP = {
  source: 'smoke-banking',
  format: 'jsonl',
  body: 'text',
  channel: 'in-app',
  language: { const: 'en' },
  tags: ['intent'],
  kind: {
    default: 'service',
    from: 'intent',
    support: [
      'card_not_working',
      'contactless_not_working',
      'virtual_card_not_working',
      'pin_blocked',
      'passcode_forgotten',
      'apple_pay_or_google_pay',
      'automatic_top_up',
      'unable_to_verify_identity',
    ],
  },
} as const

export type Prepared = {
  readonly hub: HubProcess
  readonly email: string
  readonly password: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** A hub with two agents and a real data file in it. */
export async function prepareHub(steps: Steps): Promise<Prepared> {
  const noWindow = (): null => null
  const hub = await steps.run('start the hub', () => startHubProcess(), noWindow)
  await steps.run(
    'make a workspace with two agents',
    async () => {
      await hub.run(['workspace', 'add', '--name', 'Smoke', '--slug', 'smoke'])
      await hub.run(['team', 'add', 'Orders', '--kind', 'service'])
      await hub.run(['team', 'add', 'Devices', '--kind', 'support'])
      await hub.run(
        ['agent', 'add', 'mira@example.com', '--name', 'Mira Kern', '--team', 'Orders', '--password-stdin'],
        `${PASSWORD}\n`,
      )
      await hub.run(
        [
          'agent',
          'add',
          'jonas@example.com',
          '--name',
          'Jonas Berg',
          '--team',
          'Devices',
          '--password-stdin',
        ],
        `${PASSWORD}\n`,
      )
    },
    noWindow,
  )
  const imported = await steps.run(
    'import a real data file',
    async () => {
      const map = join(hub.folder, 'map.json')
      writeFileSync(map, JSON.stringify(MAP))
      await hub.run(['import', join(EXCERPT, 'banking77.jsonl'), '--format', 'jsonl', '--map', map])
      const rows = await readHub(hub.url, { email: 'jonas@example.com', password: PASSWORD })
      return { tickets: rows.get('tickets')?.length ?? 0, messages: rows.get('messages')?.length ?? 0 }
    },
    noWindow,
  )
  if (imported.tickets < 100) throw new Error(`Only ${imported.tickets} tickets were imported`)
  return { hub, email: 'mira@example.com', password: PASSWORD, facts: { imported } }
}
