import type { Pool } from 'pg'
import type { Clock, Random } from '../../shared/clock.ts'
import { newId } from '../../shared/domain/ids.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { isStayOver } from '../../shared/rules/guests/what-guests-may.ts'
import type { SignedIn, SignInRequest } from '../../shared/protocol/session.ts'
import { inWorkspace, withSetting } from '../db/in-workspace.ts'
import { isKnownClient, noteSignIn } from '../db/queries/clients.ts'
import type { Account, Credential } from '../db/queries/credentials.ts'
import { emailKey, findCredentials, readAccount, setPasswordHash } from '../db/queries/credentials.ts'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'
import type { Throttle, ThrottleKeys } from './throttle.ts'
import { accountKey, networkKey } from './throttle.ts'
import { signedIn } from './signed-in.ts'
import { issueTokens } from './tokens.ts'

export type SignInDeps = {
  readonly app: Pool
  readonly throttle: Throttle
  readonly clock: Clock
  readonly random: Random
}

/** Accounts of one address whose passwords are tried; more workspaces than that need the workspace named. */
const MAX_ACCOUNTS = 4

const wrongPassword = (): AppError => new AppError(ErrorCode.WrongPassword, 'Address or password is wrong')

/**
 * Signs an agent in. Throws `wrong-password` (unknown address and wrong password alike), `not-allowed` for a
 * deactivated agent who knows the password, `throttled`, and `bad-request` when the workspace must be named.
 */
export async function signIn(deps: SignInDeps, request: SignInInput): Promise<SignedIn> {
  const email = emailKey(request.email)
  const credentials = await withSetting(deps.app, { opening: 'BEGIN READ ONLY', isRead: true }, client =>
    findCredentials(client, email),
  )
  const keys = await throttleKeys(deps, request, { email, credentials })
  await deps.throttle.count(keys, deps.clock.now())
  const account = chosen(await matchingAccounts(deps, request, credentials), request.workspace ?? null)
  if (isStayOver({ ...account, role: account.agent.role }, deps.clock.now()))
    throw new AppError(ErrorCode.NotAllowed, 'The time as a guest is over')
  await deps.throttle.forgive(keys, deps.clock.now())
  return openSession(deps, request, account)
}

export type SignInInput = SignInRequest & { readonly address: string }
type Found = { readonly email: string; readonly credentials: readonly Credential[] }

async function throttleKeys(deps: SignInDeps, request: SignInInput, found: Found): Promise<ThrottleKeys> {
  const clientId = request.client.id
  let isKnown = false
  for (const { workspaceId, agentId } of found.credentials.slice(0, MAX_ACCOUNTS)) {
    isKnown ||= await inWorkspace(deps.app, { workspaceId, mode: 'read' }, client =>
      isKnownClient(client, { workspaceId, clientId, agentId }),
    )
  }
  return { account: accountKey(found.email, isKnown ? clientId : null), network: networkKey(request.address) }
}

async function matchingAccounts(
  { app }: SignInDeps,
  { password }: SignInInput,
  credentials: readonly Credential[],
): Promise<readonly Account[]> {
  if (credentials.length === 0) await verifyPassword(password, null)
  const accounts: Account[] = []
  for (const credential of credentials.slice(0, MAX_ACCOUNTS)) {
    if (!(await verifyPassword(password, credential.passwordHash))) continue
    const { workspaceId } = credential
    const account = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
      readAccount(client, credential),
    )
    if (account) accounts.push(account)
    if (needsRehash(credential.passwordHash)) await rehash(app, credential, password)
  }
  return accounts
}

/** The stored hash was made with other parameters; only now is the password at hand to make a new one. */
async function rehash(app: Pool, credential: Credential, password: string): Promise<void> {
  const { workspaceId, agentId } = credential
  const passwordHash = await hashPassword(password)
  await inWorkspace(app, { workspaceId }, client =>
    setPasswordHash(client, { workspaceId, agentId, passwordHash }),
  )
}

function chosen(accounts: readonly Account[], slug: string | null): Account {
  const wanted = slug === null ? accounts : accounts.filter(({ workspace }) => workspace.slug === slug)
  const [account, second] = wanted
  if (!account) throw wrongPassword()
  if (second) {
    const workspaces = wanted.map(({ workspace }) => workspace.slug).join(',')
    throw new AppError(ErrorCode.BadRequest, 'The workspace must be named', {
      where: 'body.workspace',
      workspaces,
    })
  }
  if (!account.isActive) throw new AppError(ErrorCode.NotAllowed, 'This account is switched off')
  return account
}

async function openSession(deps: SignInDeps, { client }: SignInInput, account: Account): Promise<SignedIn> {
  const nowMs = deps.clock.now()
  const workspaceId = account.workspace.id
  const owner = { workspaceId, agentId: account.agent.id, clientId: client.id }
  const issued = await inWorkspace(deps.app, { workspaceId }, async tx => {
    const { name, platform, version } = client
    await noteSignIn(tx, { ...owner, name, platform, version, nowMs })
    const familyId = newId(nowMs, deps.random)
    return issueTokens(tx, { ...owner, familyId, nowMs, random: deps.random })
  })
  return signedIn(account, issued)
}
