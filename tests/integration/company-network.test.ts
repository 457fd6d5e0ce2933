import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NetworkFacts } from '../../shared/contract/internal.ts'
import { startCompany } from '../support/auth-proxy.ts'
import type { Company } from '../support/auth-proxy.ts'
import { startDataProcess } from '../support/data-process.ts'
import { eventually, PASSWORD, SEED_AGENTS, startTestHub } from '../support/hub.ts'
import type { HubUnderTest } from '../support/hub.ts'
import { addCase } from '../support/hub-work.ts'
import type { Case } from '../support/hub-work.ts'
import { openHubWriter } from '../support/hub-writer.ts'
import { sampleId } from '../support/sample-row.ts'
import { TEST_AUTHORITY } from '../support/test-certificates.ts'
import { contentOnHub, noteOn, replyTo, sitDown } from '../support/whole-laptop.ts'
import type { WholeLaptop } from '../support/whole-laptop.ts'

const LOGIN = 'lena:s3cret%21'
let hub: HubUnderTest
let company: Company
let work: Case
let lena: WholeLaptop
const cleanUps: (() => unknown)[] = []

const facts = (
  given: { readonly login?: string; readonly authorities?: readonly string[] } = {},
): NetworkFacts => ({
  isOnline: true,
  isCut: false,
  proxyUrl: company.proxyUrl(given.login ?? LOGIN),
  extraCertificates: [...(given.authorities ?? [TEST_AUTHORITY])],
})

beforeAll(async () => {
  hub = await startTestHub()
  work = await addCase(hub)
  company = await startCompany(hub.url, decodeURIComponent(LOGIN))
  lena = await sitDown({ hubUrl: company.hubUrl, name: 'lena', network: facts(), cleanUps })
})
afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
  await company.close()
  await hub.stop()
})

test('through the proxy with its password and the company’s authority everything works, hints too', async () => {
  await lena.settled()
  await lena.call('ticket.reply', replyTo(work, 'From behind the proxy'))
  await lena.settled()
  const tom = await openHubWriter(hub.url, { email: SEED_AGENTS.tom.email, password: PASSWORD })
  await tom.push([{ name: 'note.add', args: noteOn(work, 'Into the company') }])
  await eventually(
    () => lena.content()['notes'] ?? [],
    notes => notes.some(note => note['body'] === 'Into the company'),
    20_000,
  )
  const onHub = await contentOnHub(hub.url, 'lena')
  expect(onHub['messages']?.filter(message => message['bodyText'] === 'From behind the proxy')).toHaveLength(
    1,
  )
  const { host } = new URL(company.hubUrl)
  // The live connection and at least one for requests; nothing goes anywhere else.
  expect(company.proxy.tunnels.length).toBeGreaterThanOrEqual(2)
  expect([...new Set(company.proxy.tunnels)]).toEqual([host])
})

test.each([
  ['without the authority', 'certificate-untrusted', { authorities: [] }],
  ['with a wrong password for the proxy', 'proxy-refused', { login: 'lena:guessed' }],
] as const)('%s nobody signs in, and it says %s', async (_what, code, wrong) => {
  const data = await startDataProcess()
  cleanUps.push(data.kill)
  const client = { id: sampleId(), name: 'laptop', platform: 'linux', version: '1' }
  const { email } = SEED_AGENTS.lena
  const login = { hubUrl: company.hubUrl, email, password: PASSWORD, workspace: null, client }
  await expect(data.call('data.signIn', { ...login, network: facts(wrong) })).rejects.toMatchObject({ code })
  await expect(data.call('data.signIn', { ...login, network: facts() })).resolves.toMatchObject({
    place: { hubUrl: company.hubUrl },
  })
})

test.each([
  ['the authority is taken away', 'certificate-untrusted', { authorities: [] }],
  ['the proxy’s password changes', 'proxy-refused', { login: 'lena:expired' }],
] as const)(
  'when %s work waits and says %s; with the right facts it leaves, once',
  async (what, code, wrong) => {
    await lena.settled()
    await lena.call('data.setNetwork', facts(wrong))
    const text = `Written while ${what}`
    await lena.call('ticket.reply', replyTo(work, text))
    await lena.until(
      ({ phase, waiting }) => waiting === 1 && phase.state === 'trouble' && phase.code === code,
    )
    const tunnelsBefore = company.proxy.tunnels.length
    await lena.call('data.setNetwork', facts())
    await lena.settled()
    expect(company.proxy.tunnels.length).toBeGreaterThan(tunnelsBefore)
    const onHub = await contentOnHub(hub.url, 'lena')
    expect(onHub['messages']?.filter(message => message['bodyText'] === text)).toHaveLength(1)
  },
)
