import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const DEFAULT_PORT = 7420
const KEY_BYTES = 32

const port = z.coerce.number().int().min(0).max(65_535)
const proxies = z.coerce.number().int().min(0).max(10)

/** What may be said in the environment; flags of a command win over it. */
const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TANDEM_HUB_HOST: z.string().min(1).optional(),
  TANDEM_HUB_PORT: port.optional(),
  TANDEM_HUB_DATA: z.string().min(1).optional(),
  TANDEM_HUB_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TANDEM_HUB_PROXIES: proxies.optional(),
  TANDEM_HUB_KEY: z
    .base64()
    .refine(text => Buffer.from(text, 'base64').length === KEY_BYTES, `must be ${KEY_BYTES} bytes in base64`)
    .optional(),
  TANDEM_HUB_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
})

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export type HubConfig = {
  /** Address to listen on. Loopback unless said otherwise: TLS ends in front of the hub. */
  readonly host: string
  readonly port: number
  /** Folder of the embedded PostgreSQL; not used with a database of one's own. */
  readonly dataDir: string
  /** A team's own PostgreSQL; null starts the embedded one. */
  readonly databaseUrl: string | null
  /** Where customers reach the hub with a browser, for links in mails; null: they cannot, and nothing is mailed. */
  readonly publicUrl: string | null
  /** Proxies in front of the hub: so many entries of X-Forwarded-For, from the last on, are believed. */
  readonly proxies: number
  readonly logLevel: LogLevel
  /** Wraps the keys of attachments, so that the database alone does not open them; null stores them as they are. */
  readonly hubKey: Buffer | null
}

export type ConfigFlags = {
  readonly host?: string | undefined
  readonly port?: string | undefined
  readonly data?: string | undefined
  readonly databaseUrl?: string | undefined
}

/** A setting that cannot be used; the message says which and what it should look like. */
export class ConfigError extends Error {}

type Surroundings = {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
}

/** Where the embedded database lives when nobody said: a folder the database's own user can reach. */
function defaultDataDir({ env, platform, isRoot }: Surroundings): string {
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Tandem Hub')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Tandem Hub')
  // As root PostgreSQL runs as another user, who cannot enter root's home folder.
  if (isRoot) return '/var/lib/tandem-hub'
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'tandem-hub')
}

/** Empty variables count as absent: that is how shells and service files switch one off. */
const withoutEmpty = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))

/** A hub that only this machine reaches is reached from here alone, under the address it listens on. */
const ownUrl = (host: string, listensOn: number): string | null =>
  ['127.0.0.1', 'localhost'].includes(host) && listensOn > 0 ? `http://${host}:${listensOn}` : null

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return `${issue?.path.join('.') ?? 'setting'}: ${issue?.message ?? 'not usable'}`
}

/**
 * Reads environment and flags into one value. The only reader of the environment besides the entry file.
 * Throws ConfigError for values that cannot be used.
 */
export function readConfig(flags: ConfigFlags, surroundings: Surroundings): HubConfig {
  const env = Environment.safeParse(withoutEmpty(surroundings.env))
  if (!env.success) throw new ConfigError(`The environment cannot be used: ${firstIssue(env.error)}`)
  const fromFlags = z
    .object({ port: port.optional(), databaseUrl: Environment.shape.DATABASE_URL })
    .safeParse({ port: flags.port, databaseUrl: flags.databaseUrl })
  if (!fromFlags.success) throw new ConfigError(`The options cannot be used: ${firstIssue(fromFlags.error)}`)
  const host = flags.host ?? env.data.TANDEM_HUB_HOST ?? '127.0.0.1'
  const listensOn = fromFlags.data.port ?? env.data.TANDEM_HUB_PORT ?? DEFAULT_PORT
  return {
    host,
    port: listensOn,
    publicUrl: env.data.TANDEM_HUB_PUBLIC_URL ?? ownUrl(host, listensOn),
    dataDir: flags.data ?? env.data.TANDEM_HUB_DATA ?? defaultDataDir(surroundings),
    databaseUrl: fromFlags.data.databaseUrl ?? env.data.DATABASE_URL ?? null,
    proxies: env.data.TANDEM_HUB_PROXIES ?? 0,
    logLevel: env.data.TANDEM_HUB_LOG ?? 'info',
    hubKey: env.data.TANDEM_HUB_KEY === undefined ? null : Buffer.from(env.data.TANDEM_HUB_KEY, 'base64'),
  }
}
