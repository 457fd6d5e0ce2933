import { expect, test } from 'vitest'
import { hashPassword, needsRehash, verifyPassword } from '../../../server/auth/password.ts'

test('a password is verified by its hash, another one is not', async () => {
  const stored = await hashPassword('Übergang 42 ß')

  expect(await verifyPassword('Übergang 42 ß', stored)).toBe(true)
  expect(await verifyPassword('Übergang 42 s', stored)).toBe(false)
})

test('the same password typed with composed and decomposed letters is the same', async () => {
  const stored = await hashPassword('Café au lait'.normalize('NFC'))

  expect(await verifyPassword('Café au lait'.normalize('NFD'), stored)).toBe(true)
})

test('two hashes of one password differ', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
})

test('the parameters travel with the hash: one made with others still verifies and asks to be made anew', async () => {
  const today = await hashPassword('secret words')
  // argon2id of 'secret words', salt of 16 zero bytes, m=1024, t=1, p=1, made with the reference implementation's rules.
  const { argon2Sync } = await import('node:crypto')
  const salt = Buffer.alloc(16)
  const tag = argon2Sync('argon2id', {
    message: 'secret words',
    nonce: salt,
    tagLength: 32,
    memory: 1024,
    passes: 1,
    parallelism: 1,
  })
  const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
  const older = `$argon2id$v=19$m=1024,t=1,p=1$${encode(salt)}$${encode(tag)}`

  expect(await verifyPassword('secret words', older)).toBe(true)
  expect(await verifyPassword('other words', older)).toBe(false)
  expect([needsRehash(today), needsRehash(older)]).toEqual([false, true])
})

test('what is no hash verifies nothing', async () => {
  expect(await verifyPassword('x', '$argon2id$broken')).toBe(false)
  expect(await verifyPassword('', null)).toBe(false)
})
