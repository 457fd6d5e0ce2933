import { newId } from '../../shared/domain/ids.ts'

const random = Math.random
const id = (): string => newId(Date.now(), random)

export type HubWriter = {
  /** A customer with a ticket; answers their ids. */
  readonly ticket: (given: NewTicket) => Promise<{
    readonly ticketId: string
    readonly customerId: string
    readonly threadIds: readonly string[]
  }>
  /** Any intents, as one group; throws when the hub does not take them. */
  readonly push: (intents: readonly { readonly name: string; readonly args: unknown }[]) => Promise<void>
  readonly agentId: string
}
export type NewTicket = {
  readonly customer: string
  readonly subject: string
  readonly text: string
  readonly kinds?: readonly ('service' | 'support')[]
  readonly language?: string
}

async function post(url: string, body: unknown, token?: string): Promise<Record<string, never>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`)
  return JSON.parse(text) as Record<string, never>
}

/** A colleague at another desk: writes to the hub as an agent, without a console. */
export async function openHubWriter(
  url: string,
  who: { readonly email: string; readonly password: string },
): Promise<HubWriter> {
  const clientId = id()
  const client = { id: clientId, name: 'colleague', platform: 'test', version: '0' }
  const signedIn = await post(`${url}/v1/sign-in`, { ...who, workspace: null, client })
  const { accessToken, agent } = signedIn as unknown as { accessToken: string; agent: { id: string } }
  const { epoch } = (await (
    await fetch(`${url}/v1/hello`, { headers: { authorization: `Bearer ${accessToken}` } })
  ).json()) as { epoch: string }

  async function epochNow(): Promise<string> {
    const response = await fetch(`${url}/v1/sync/snapshot`, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    const [head = '{}'] = (await response.text()).split('\n')
    return (JSON.parse(head) as { epoch?: string }).epoch ?? epoch
  }
  async function push(intents: readonly { readonly name: string; readonly args: unknown }[]): Promise<void> {
    const groupId = intents.length > 1 ? id() : null
    const entries = intents.map(({ name, args }) => ({
      mutationId: id(),
      groupId,
      name,
      args,
      nowMs: Date.now(),
      replayed: false,
    }))
    const answer = await post(
      `${url}/v1/sync/push`,
      { protocol: 1, clientId, epoch: await epochNow(), sentAtMs: Date.now(), entries },
      accessToken,
    )
    const { verdicts } = answer as unknown as { verdicts: readonly { kind: string }[] }
    if (verdicts.some(verdict => verdict.kind !== 'done'))
      throw new Error(`Not taken: ${JSON.stringify(verdicts)}`)
  }
  return {
    agentId: agent.id,
    push,
    ticket: async ({ customer, subject, text, kinds = ['service'], language = 'en' }) => {
      const [customerId, ticketId] = [id(), id()]
      const threads = kinds.map(kind => ({
        id: id(),
        kind,
        state: 'open',
        priority: 'normal',
        teamId: null,
        assigneeId: null,
      }))
      const mail = `${customer.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.com`
      await push([
        {
          name: 'customer.create',
          args: {
            customerId,
            name: customer,
            organisationId: null,
            jobTitle: null,
            language,
            timeZone: 'Europe/Madrid',
            preferredChannel: 'email',
            labels: [],
            facts: '',
            contactPoints: [{ id: id(), kind: 'email', value: mail, label: null, isPrimary: true }],
          },
        },
        {
          name: 'ticket.create',
          args: {
            ticketId,
            customerId,
            subject,
            channel: 'email',
            tags: [],
            fields: {},
            threads,
            message: {
              id: id(),
              direction: 'in',
              from: { name: customer, address: mail },
              to: [],
              cc: [],
              bodyText: text,
              bodyHtml: null,
              attachments: [],
            },
            note: null,
          },
        },
      ])
      return { ticketId, customerId, threadIds: threads.map(thread => thread.id) }
    },
  }
}
