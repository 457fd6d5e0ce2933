import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * A list that `sha256sum --check` reads.
 * @param {readonly string[]} files
 * @returns {Promise<string>} a line per file, by name
 */
export async function checksumList(files) {
  const lines = await Promise.all(files.map(async file => `${await sha256Of(file)}  ${basename(file)}`))
  return `${lines.toSorted((left, right) => left.slice(66).localeCompare(right.slice(66), 'en')).join('\n')}\n`
}

/** @param {string} file */
async function sha256Of(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/**
 * Ed25519, as `openssl pkeyutl -verify -rawin` checks it.
 * @param {string} list
 * @param {string} privateKey PEM
 * @returns {Buffer}
 */
export const signList = (list, privateKey) =>
  sign(null, Buffer.from(list), ed25519(createPrivateKey(privateKey)))

/**
 * @param {string} list
 * @param {Buffer} signature
 * @param {string} publicKey PEM
 */
export const isListSigned = (list, signature, publicKey) =>
  verify(null, Buffer.from(list), ed25519(createPublicKey(publicKey)), signature)

/** @param {import('node:crypto').KeyObject} key */
function ed25519(key) {
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`The release key is ${key.asymmetricKeyType}, not Ed25519`)
  return key
}
