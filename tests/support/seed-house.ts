import { addAgent, createWorkspace } from '../../server/auth/administration.ts'
import { hubOver } from '../../server/cli/with-hub.ts'
import { openHubDatabase } from '../../server/db/open-database.ts'
import { ensureDemo } from '../../server/demo/ensure-demo.ts'
import { silentLog } from '../../shared/log.ts'

// Fills a hub's database and says on its last line how to sign in. Started as a process of its own: the hub's code runs
// under plain Node there, as it is meant to.

/** What `house` is made with. */
export type SeedOrders = {
  readonly databaseUrl: string
  readonly people: Readonly<Record<string, string>>
  readonly password: string
}

/** Every story of the demo, and a part of the crowd around them: what a window shows of a view is a screenful. */
const SMALL_DEMO = { customers: 700, tickets: 1_500 } as const

const [what = '', orders = '{}'] = process.argv.slice(2)
const { databaseUrl, people, password } = JSON.parse(orders) as SeedOrders
const database = await openHubDatabase({ ownerUrl: databaseUrl, maxConnections: 4, log: silentLog })
const { hub, settled } = hubOver(database, silentLog)
if (what === 'house') {
  const workspaceId = await createWorkspace(hub, { name: 'House', slug: 'house' })
  for (const [who, name] of Object.entries(people))
    await addAgent(hub, workspaceId, {
      email: `${who}@example.com`,
      name,
      role: 'agent',
      password,
      teamIds: [],
    })
} else {
  const { email, password: word } = await ensureDemo(hub, { size: SMALL_DEMO })
  process.stdout.write(JSON.stringify({ email, password: word }))
}
await settled()
await database.close()
