import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PolicyFacts } from '../../shared/contract/policy.ts'
import { Settings } from '../../shared/contract/settings.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import { parseHubUrl } from './hub-address.ts'

/** What IT has laid down for this computer, in a file that agents cannot write. */
export type Policy = Omit<PolicyFacts, 'settings'> & { readonly settings: Partial<Settings> }

const UNREADABLE: Policy = { hubUrl: null, isHubFixed: false, isUnreadable: true, settings: {} }
const PolicyFile = z.looseObject({
  hub: z.string().max(2000).optional(),
  onlyThisHub: z.boolean().default(false),
  settings: z.record(z.string(), z.unknown()).default({}),
})

/** Where the file lies: folders that only administrators write to. */
export function policyPath(platform: string, env: Readonly<Record<string, string | undefined>>): string {
  if (platform === 'win32') return `${env['ProgramData'] ?? String.raw`C:\ProgramData`}\\Tandem\\policy.json`
  return platform === 'darwin' ? '/Library/Application Support/Tandem/policy.json' : '/etc/tandem/policy.json'
}

/**
 * Reads the policy of this computer; null without one. A file that cannot be understood is a policy too: it was meant
 * to hold something, so that no new hub is spoken to until it is mended.
 */
export function readPolicy(path: string, log: Log): Policy | null {
  const text = textOf(path)
  if (text === null) return null
  try {
    return understood(text, log)
  } catch {
    log.error('policy.unreadable')
    return UNREADABLE
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    // Anything else than its absence, a folder of that name for one, is a policy that cannot be read.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : ''
  }
}

/** Throws for anything that is no policy. */
function understood(text: string, log: Log): Policy {
  // Editors of Windows begin files with a mark.
  const { hub, onlyThisHub, settings, ...unknown } = PolicyFile.parse(JSON.parse(text.replace(/^\uFEFF/, '')))
  if (onlyThisHub && hub === undefined) throw new Error('No hub is named')
  const hubUrl = hub === undefined ? null : parseHubUrl(hub)
  const chosen = Object.entries(Settings.shape).flatMap(([key, schema]) => {
    const { data, success } = schema.safeParse(settings[key])
    return key in settings && success ? [[key, data] as const] : []
  })
  // A newer policy may say more than this version knows.
  const known = new Set(chosen.map(([key]) => key))
  const ignored = [...Object.keys(unknown), ...Object.keys(settings).filter(key => !known.has(key))]
  if (ignored.length > 0) log.warn('policy.ignored', { keys: ignored.join(' ').slice(0, 200) })
  return { hubUrl, isHubFixed: onlyThisHub, isUnreadable: false, settings: Object.fromEntries(chosen) }
}

export const policyFacts = (policy: Policy | null): PolicyFacts | null =>
  policy && { ...policy, settings: Object.keys(policy.settings) }

/**
 * Turns what an agent typed into the address of a hub that this computer may speak to. Places of before the policy keep
 * theirs: what waits in them would never leave.
 * Throws `bad-request`, `hub-not-allowed`.
 */
export const hubAllowedBy =
  (policy: Policy | null, known: () => readonly { readonly hubUrl: string }[]) =>
  (typed: string): string => {
    const hubUrl = parseHubUrl(typed)
    const isRefused = policy?.isUnreadable || (policy?.isHubFixed && policy.hubUrl !== hubUrl)
    if (isRefused && !known().some(place => place.hubUrl === hubUrl))
      throw new AppError(ErrorCode.HubNotAllowed, 'The policy of this computer names another hub')
    return hubUrl
  }
