import { gunzipSync } from 'node:zlib'

type HubRow = Readonly<Record<string, unknown>>
export type HubRows = ReadonlyMap<string, readonly HubRow[]>

const CLIENT_ID = '01955bb0-a580-7000-8000-0000000000ff'

async function json(response: Response): Promise<Record<string, unknown>> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

type Login = { readonly email: string; readonly password: string }

async function signIn(url: string, who: Login): Promise<Record<string, string>> {
  const client = { id: CLIENT_ID, name: 'reader', platform: 'test', version: '0' }
  const signedIn = await json(
    await fetch(`${url}/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...who, workspace: null, client }),
    }),
  )
  return { authorization: `Bearer ${String(signedIn['accessToken'])}`, 'accept-encoding': 'gzip' }
}

/** The bytes of a file as the hub keeps it. */
export async function readHubFile(
  url: string,
  who: Login,
  { sha256, customerId }: { readonly sha256: string; readonly customerId: string },
): Promise<Buffer> {
  const headers = await signIn(url, who)
  const response = await fetch(`${url}/v1/blobs/${sha256}?customerId=${customerId}`, { headers })
  if (!response.ok) throw new Error(`blob answered ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** Everything an agent may see on the hub, table by table, read over the hub's own HTTP as a stranger would. */
export async function readHub(url: string, who: Login): Promise<HubRows> {
  const headers = await signIn(url, who)
  const rows = new Map<string, Map<string, HubRow>>()
  for (let position: string | null = ''; position !== null;) {
    const query: string = position === '' ? '' : `&position=${encodeURIComponent(position)}`
    // As one that has rows: those who have none may be given what stood some changes ago, and pull the rest.
    const response = await fetch(`${url}/v1/sync/snapshot?since=0${query}`, { headers })
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
