import { createHash, randomBytes } from 'node:crypto'
import type { WorkspaceId } from '../../shared/domain/ids.ts'

/** 'a' opens doors for minutes, 'r' gets new tokens for weeks, 'e' lets engineering's tracker say one thing. */
export type TokenKind = 'a' | 'r' | 'e'

export type Token = {
  readonly kind: TokenKind
  readonly workspaceId: WorkspaceId
  /** SHA-256 of the whole token, hex: the only form in which the hub keeps it. */
  readonly hash: string
}

const SECRET_BYTES = 32
const FORMAT = /^td([are])1\.([0-9a-f]{32})\.[A-Za-z0-9_-]{43}$/

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const withDashes = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')

/**
 * Makes an opaque token: 256 random bits behind the workspace it works in. The workspace is in the clear because
 * row-level security needs it before the token can be looked up; it is no secret.
 */
export function makeToken(
  kind: TokenKind,
  workspaceId: WorkspaceId,
): { readonly text: string; readonly hash: string } {
  const text = `td${kind}1.${workspaceId.replaceAll('-', '')}.${randomBytes(SECRET_BYTES).toString('base64url')}`
  return { text, hash: hashOf(text) }
}

/** Reads a token as it came in; null when it cannot be one of ours, before the database is asked. */
export function readToken(text: string): Token | null {
  const match = FORMAT.exec(text)
  if (!match) return null
  const [, letter, workspace = ''] = match
  const kind = letter === 'a' || letter === 'e' ? letter : 'r'
  return { kind, workspaceId: withDashes(workspace), hash: hashOf(text) }
}
