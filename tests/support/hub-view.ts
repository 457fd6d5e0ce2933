import { gunzipSync } from 'node:zlib'

type HubRow = Readonly<Record<string, unknown>>
export type HubRows = ReadonlyMap<string, readonly HubRow[]>

const CLIENT_ID = '01955bb0-a580-7000-8000-0000000000ff'

async function json(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

/** Everything an agent may see on the hub, table by table, read over the hub's own HTTP as a stranger would. */
export async function readHub(
  url: string,
  who: { readonly email: string; readonly password: string },
): Promise<HubRows> {
  const client = { id: CLIENT_ID, name: 'reader', platform: 'test', version: '0' }
  const signedIn = await json(
    await fetch(`${url}/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...who, workspace: null, client }),
    }),
  )
  const headers = { authorization: `Bearer ${String(signedIn['accessToken'])}`, 'accept-encoding': 'gzip' }
  const rows = new Map<string, Map<string, HubRow>>()
  for (let position: string | null = ''; position !== null;) {
    const query: string = position === '' ? '' : `?position=${encodeURIComponent(position)}`
    const response = await fetch(`${url}/v1/sync/snapshot${query}`, { headers })
    if (!response.ok) throw new Error(`snapshot answered ${response.status}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')
    const [headLine = '{}', ...lines] = text.split('\n').filter(line => line !== '')
    const head = JSON.parse(headLine) as { table: string; columns: string[]; next: string | null }
    const table = rows.get(head.table) ?? new Map<string, HubRow>()
    for (const line of lines) {
      const values = JSON.parse(line) as unknown[]
      const row = Object.fromEntries(head.columns.map((column, index) => [column, values[index]]))
      table.set(String(row['id']), row)
    }
    rows.set(head.table, table)
    position = head.next
  }
  return new Map([...rows].map(([table, byId]) => [table, [...byId.values()]]))
}
