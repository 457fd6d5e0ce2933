import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** Memory in KiB, passes and lanes: about 30 ms on one core of 2020, the OWASP floor for argon2id. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const SALT_BYTES = 16
const TAG_BYTES = 32

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }
type Parsed = { readonly cost: Cost; readonly salt: Buffer; readonly tag: Buffer }

const FORMAT =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,88})\$([A-Za-z0-9+/]{22,88})$/

function derive(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const message = password.normalize('NFKC')
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce: salt, tagLength: TAG_BYTES, ...cost }, (error, tag) => {
      if (error) reject(error)
      else resolve(Buffer.from(tag))
    })
  })
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/**
 * Hashes a password with argon2id in the PHC string format: the parameters travel with the hash, so a later
 * version can raise them and still verify what was stored before.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await derive(password, salt, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(salt)}$${encode(tag)}`
}

function parse(stored: string): Parsed | null {
  const match = FORMAT.exec(stored)
  if (!match) return null
  const [, memory = '', passes = '', parallelism = '', salt = '', tag = ''] = match
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** Nobody knows a password for it: its salt and tag are random. */
const nobody: Parsed = { cost: COST, salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) }

/**
 * Whether the password belongs to the stored hash. Takes as long when there is no hash (unknown address, agent
 * without a password) as when there is one, so the time of an answer tells nothing about accounts.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const known = stored === null ? null : parse(stored)
  const { cost, salt, tag } = known ?? nobody
  const derived = await derive(password, salt, cost)
  const isEqual = derived.length === tag.length && timingSafeEqual(derived, tag)
  return isEqual && known !== null
}

/** Whether the stored hash was made with other parameters than today's and should be made anew at sign-in. */
export function needsRehash(stored: string): boolean {
  const known = parse(stored)
  if (!known) return true
  return (Object.keys(COST) as (keyof Cost)[]).some(key => known.cost[key] !== COST[key])
}
