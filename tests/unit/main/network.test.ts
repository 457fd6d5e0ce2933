import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { certificateSource, certificatesIn } from '../../../main/app/certificates.ts'
import { isLoopback, parseHubUrl } from '../../../main/app/hub-address.ts'
import { Network } from '../../../main/app/network.ts'
import { proxyLogins, proxyUrlOf } from '../../../main/app/proxy-rule.ts'
import { readConfig } from '../../../main/config.ts'
import type { NetworkFacts } from '../../../shared/contract/internal.ts'
import { fakeClock } from './fake-clock.ts'

const pem = (body: string): string => `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`
const nobody = () => null

describe('a PAC answer', () => {
  test.each([
    ['DIRECT', null],
    ['PROXY proxy.corp:3128', 'http://proxy.corp:3128'],
    ['PROXY proxy.corp:3128; DIRECT', 'http://proxy.corp:3128'],
    ['HTTPS secure.corp:443', 'https://secure.corp:443'],
    ['SOCKS5 s.corp:1080', 'socks5://s.corp:1080'],
    ['DIRECT; PROXY proxy.corp:3128', null],
    ['QUIC q.corp:443; PROXY proxy.corp:3128', 'http://proxy.corp:3128'],
    ['PROXY [2001:db8::1]:3128', 'http://[2001:db8::1]:3128'],
    ['proxy proxy.corp:3128', 'http://proxy.corp:3128'],
    ['PROXY', null],
    ['', null],
  ])('%s', (answer, expected) => {
    expect(proxyUrlOf(answer, nobody)).toBe(expected)
  })

  test('gets the login of exactly that proxy, whatever signs it holds', () => {
    const { loginFor } = readConfig({ HTTPS_PROXY: 'http://lena:p%40ss%3A1@proxy.corp:3128' })
    expect(proxyUrlOf('PROXY proxy.corp:3128', loginFor)).toBe('http://lena:p%40ss%3A1@proxy.corp:3128')
    expect(proxyUrlOf('PROXY other.corp:3128', loginFor)).toBe('http://other.corp:3128')
  })

  test('gets a login also from an address without a scheme, and none from nonsense', () => {
    expect(proxyLogins(['lena:x@proxy.corp:3128']).get('proxy.corp:3128')).toEqual({
      user: 'lena',
      password: 'x',
    })
    expect(proxyLogins([undefined, '', 'http://proxy.corp:3128', 'http://[']).size).toBe(0)
  })
})

describe('the address of a hub', () => {
  test.each([
    ['hub.acme.example', 'https://hub.acme.example'],
    [' https://hub.acme.example/ ', 'https://hub.acme.example'],
    ['https://acme.example/tandem/', 'https://acme.example/tandem'],
    ['localhost:4100', 'http://localhost:4100'],
    ['http://127.0.0.1:4100', 'http://127.0.0.1:4100'],
    ['http://[::1]:4100', 'http://[::1]:4100'],
  ])('%s is understood', (typed, expected) => {
    expect(parseHubUrl(typed)).toBe(expected)
  })

  test.each([
    'http://hub.acme.example',
    'ftp://hub.acme.example',
    'https://a:b@hub.example',
    'https://',
    'https://h/?x=1',
  ])('%s is refused', typed => {
    expect(() => parseHubUrl(typed)).toThrow('Hub address refused')
  })

  test.each([
    ['http://127.0.0.1.evil.example', false],
    ['http://localhost.evil.example', false],
    ['http://127.1.2.3', true],
    ['https://localhost', true],
  ])('%s on this machine: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected)
  })
})

describe('certificates', () => {
  test('are found among other text', () => {
    expect(certificatesIn(`# Acme\n${pem('AAA')}\n\n# Other\n${pem('BBB')}\n`)).toEqual([
      pem('AAA'),
      pem('BBB'),
    ])
  })

  test('of the files named by the environment are read, each once, and again when a file changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-certificates-'))
    const file = join(folder, 'company.pem')
    writeFileSync(file, `${pem('AAA')}\n${pem('AAA')}`)
    // A platform without a bundle or a store of its own leaves only the files.
    const source = certificateSource('freebsd', [file, join(folder, 'missing.pem')])
    const before = await source.read()
    expect(before.filter(one => one === pem('AAA'))).toHaveLength(1)
    writeFileSync(file, `${pem('AAA')}\n${pem('CCC')}`)
    expect(await source.read()).toContain(pem('CCC'))
    rmSync(folder, { recursive: true })
  })
})

describe('the network', () => {
  const networkOf = (now: { pac: string; isOnline: boolean; pems: string[] }) => {
    const clock = fakeClock()
    const network = new Network({
      clock,
      isOnline: () => now.isOnline,
      resolveProxy: async () => now.pac,
      loginFor: nobody,
      certificates: { read: async () => now.pems },
    })
    return { clock, network }
  }
  const HUB = 'https://hub.acme.example'

  test('is told again only when something changed', async () => {
    const now = { pac: 'DIRECT', isOnline: true, pems: ['a'] }
    const { clock, network } = networkOf(now)
    const told: NetworkFacts[] = []
    network.watch(HUB, await network.factsFor(HUB), facts => told.push(facts))
    await clock.advance(30_000)
    expect(told).toEqual([])
    now.isOnline = false
    await clock.advance(3_000)
    now.pac = 'PROXY proxy.corp:3128'
    await clock.advance(3_000)
    now.pems = ['a', 'b']
    await clock.advance(30_000)
    expect(told).toEqual([
      { isOnline: false, isCut: false, proxyUrl: null, extraCertificates: ['a'] },
      { isOnline: false, isCut: false, proxyUrl: 'http://proxy.corp:3128', extraCertificates: ['a'] },
      { isOnline: false, isCut: false, proxyUrl: 'http://proxy.corp:3128', extraCertificates: ['a', 'b'] },
    ])
  })

  test('is told at once that the cable was pulled, and that it is back', async () => {
    const { network } = networkOf({ pac: 'DIRECT', isOnline: true, pems: [] })
    const told: boolean[] = []
    network.watch(HUB, await network.factsFor(HUB), ({ isCut }) => told.push(isCut))
    network.setCut(true)
    await expect.poll(() => told).toEqual([true])
    expect(await network.factsFor('http://127.0.0.1:4100')).toMatchObject({ isOnline: true, isCut: true })
    network.setCut(false)
    await expect.poll(() => told).toEqual([true, false])
  })

  test('is not told any more once the place is closed', async () => {
    const now = { pac: 'DIRECT', isOnline: true, pems: [] }
    const { clock, network } = networkOf(now)
    const told: NetworkFacts[] = []
    network.watch(HUB, await network.factsFor(HUB), facts => told.push(facts))
    network.unwatch()
    now.isOnline = false
    await clock.advance(30_000)
    expect(told).toEqual([])
  })

  test('counts a hub on this machine as reachable with the cable out', async () => {
    const { network } = networkOf({ pac: 'DIRECT', isOnline: false, pems: [] })
    expect(await network.factsFor('http://127.0.0.1:4100')).toMatchObject({ isOnline: true })
    expect(await network.factsFor(HUB)).toMatchObject({ isOnline: false })
  })
})
