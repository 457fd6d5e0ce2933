import { describe, expect, test } from 'vitest'
import { ProxyLogins } from '../../../main/app/proxy-logins.ts'
import { createProxySignIn } from '../../../main/app/proxy-sign-in.ts'

const memory = (text: string | null = null) => {
  const kept = new Map(text === null ? [] : [['proxy.logins', text]])
  return {
    kept,
    get: async (name: string) => kept.get(name) ?? null,
    set: async (name: string, value: string) => void kept.set(name, value),
  }
}
const login = { user: 'lena', password: 's3cret' }
const fromEnvironment = (hostAndPort: string) => (hostAndPort === 'old:3128' ? login : null)

describe('logins of proxies', () => {
  test('that were typed are known again after a start, and go before the environment’s', async () => {
    const secrets = memory()
    const first = new ProxyLogins(secrets, fromEnvironment)
    await first.load()
    expect(first.find('old:3128')).toEqual(login)
    await first.keep('proxy:3128', login)
    await first.keep('old:3128', { ...login, password: 'newer' })
    const second = new ProxyLogins(secrets, fromEnvironment)
    expect(second.find('proxy:3128')).toBeNull()
    await second.load()
    expect(second.find('proxy:3128')).toEqual(login)
    expect(second.find('old:3128')?.password).toBe('newer')
  })

  test('that cannot be read are asked for again', async () => {
    for (const text of ['{', '[]', '{"proxy:3128":{"user":1}}']) {
      const logins = new ProxyLogins(memory(text), fromEnvironment)
      await logins.load()
      expect(logins.find('proxy:3128')).toBeNull()
      expect(logins.find('old:3128')).toEqual(login)
    }
    const locked = { get: async () => Promise.reject(new Error('locked')), set: async () => {} }
    const logins = new ProxyLogins(locked, fromEnvironment)
    await logins.load()
    expect(logins.find('old:3128')).toEqual(login)
  })

  test('belong to the proxy on the way to the hub; where there is none there is nothing to sign in to', async () => {
    const logins = new ProxyLogins(memory(), () => null)
    const asked: string[] = []
    const proxy = createProxySignIn({
      network: {
        proxyOf: async hubUrl => {
          asked.push(hubUrl)
          return hubUrl.includes('hub.') ? 'proxy:3128' : null
        },
      },
      logins,
      openHubUrl: () => 'https://hub.acme.example',
    })
    await proxy.signIn(null, login)
    expect(logins.find('proxy:3128')).toEqual(login)
    expect(await proxy.find('hub.other.example')).toBe('proxy:3128')
    await expect(proxy.signIn('https://direct.example', login)).rejects.toMatchObject({ code: 'not-found' })
    expect(asked).toEqual(['https://hub.acme.example', 'https://hub.other.example', 'https://direct.example'])
  })
})
