import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Secrets } from '../../../main/app/secrets.ts'
import type { Keychain } from '../../../main/app/secrets.ts'

let path = ''
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-secrets-'))
  path = join(folder, 'deeper', 'secrets.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const noKeychain: Keychain = {
  isAvailable: async () => false,
  encrypt: async () => Promise.reject(new Error('none')),
  decrypt: async () => Promise.reject(new Error('none')),
}
/** Stands for the system's: what it encrypts cannot be read without its number. */
const keychainWith = (number: number): Keychain => ({
  isAvailable: async () => true,
  encrypt: async text => Buffer.from(text).map(byte => byte ^ number),
  decrypt: async bytes => {
    const text = Buffer.from(bytes.map(byte => byte ^ number)).toString('utf8')
    if (!text.startsWith('secret')) throw new Error('wrong key')
    return text
  },
})

describe('secrets', () => {
  test('come back as they were, also in another run', async () => {
    await new Secrets(path, keychainWith(7)).set('a', 'secret A')
    expect(await new Secrets(path, keychainWith(7)).get('a')).toBe('secret A')
    expect(await new Secrets(path, keychainWith(7)).get('b')).toBeNull()
  })

  test('stand in no file when there is a keychain', async () => {
    await new Secrets(path, keychainWith(7)).set('a', 'secret A')
    const file = readFileSync(path, 'utf8')
    expect(file).not.toContain('secret A')
    expect(file).not.toContain(Buffer.from('secret A').toString('base64'))
  })

  test('are for this user only', async () => {
    await new Secrets(path, noKeychain).set('a', 'secret A')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(await new Secrets(path, noKeychain).get('a')).toBe('secret A')
  })

  test('kept without a keychain move into one that appears', async () => {
    await new Secrets(path, noKeychain).set('a', 'secret A')
    expect(await new Secrets(path, keychainWith(7)).get('a')).toBe('secret A')
    expect(readFileSync(path, 'utf8')).not.toContain(Buffer.from('secret A').toString('base64'))
    expect(await new Secrets(path, keychainWith(7)).get('a')).toBe('secret A')
  })

  test('that the keychain does not open are an error, never "there is none"', async () => {
    await new Secrets(path, keychainWith(7)).set('a', 'secret A')
    await expect(new Secrets(path, keychainWith(8)).get('a')).rejects.toMatchObject({ code: 'no-keychain' })
    await expect(new Secrets(path, noKeychain).get('a')).rejects.toMatchObject({ code: 'no-keychain' })
  })

  test('in a damaged file are an error, and the file is not overwritten', async () => {
    const secrets = new Secrets(path, noKeychain)
    await secrets.set('a', 'secret A')
    writeFileSync(path, '{"a":')
    await expect(secrets.get('a')).rejects.toMatchObject({ code: 'no-keychain' })
    await expect(secrets.set('b', 'secret B')).rejects.toMatchObject({ code: 'no-keychain' })
    expect(readFileSync(path, 'utf8')).toBe('{"a":')
  })

  test('set at the same moment are all kept', async () => {
    const secrets = new Secrets(path, keychainWith(7))
    const names = Array.from({ length: 20 }, (_, index) => `name ${index}`)
    await Promise.all(names.map(name => secrets.set(name, `secret ${name}`)))
    expect(await Promise.all(names.map(name => secrets.get(name)))).toEqual(
      names.map(name => `secret ${name}`),
    )
    await secrets.delete('name 3')
    expect(await secrets.get('name 3')).toBeNull()
  })
})
