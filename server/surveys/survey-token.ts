import { createHmac, timingSafeEqual } from 'node:crypto'
import { RowId } from '../../shared/domain/ids.ts'

const ID_BYTES = 16
const TIME_BYTES = 6
const BODY_BYTES = 2 * ID_BYTES + TIME_BYTES
const MAC_BYTES = 24
/** Base64url without padding of both parts. */
const LENGTH = Math.ceil(((BODY_BYTES + MAC_BYTES) * 4) / 3)

/** What a link stands for: one survey, until a moment. It names nobody. */
export type SurveyToken = {
  readonly workspaceId: string
  readonly surveyId: string
  readonly expiresAtMs: number
}
/** A token as it came: nobody has looked at its signature yet. */
export type UnprovenToken = SurveyToken & { readonly body: Buffer; readonly mac: Buffer }

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
function idFrom(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** HMAC-SHA-256 of purpose and body, its first 24 bytes: what is signed for surveys opens nothing else. */
const macOf = (secret: string, body: Buffer): Buffer =>
  createHmac('sha256', secret).update('survey-link\0').update(body).digest().subarray(0, MAC_BYTES)

/** The token of a link, 83 signs for an address. */
export function signSurveyToken(secret: string, { workspaceId, surveyId, expiresAtMs }: SurveyToken): string {
  const body = Buffer.alloc(BODY_BYTES)
  bytesOf(workspaceId).copy(body, 0)
  bytesOf(surveyId).copy(body, ID_BYTES)
  body.writeUIntBE(expiresAtMs, 2 * ID_BYTES, TIME_BYTES)
  return Buffer.concat([body, macOf(secret, body)]).toString('base64url')
}

/** Takes a token apart; null for what cannot be one. */
export function readSurveyToken(text: string): UnprovenToken | null {
  if (text.length !== LENGTH || !/^[\w-]+$/u.test(text)) return null
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== text) return null
  const body = bytes.subarray(0, BODY_BYTES)
  const workspaceId = idFrom(body.subarray(0, ID_BYTES))
  const surveyId = idFrom(body.subarray(ID_BYTES, 2 * ID_BYTES))
  if (!RowId.safeParse(workspaceId).success || !RowId.safeParse(surveyId).success) return null
  const expiresAtMs = body.readUIntBE(2 * ID_BYTES, TIME_BYTES)
  return { workspaceId, surveyId, expiresAtMs, body, mac: bytes.subarray(BODY_BYTES) }
}

/** Was it signed with this secret, and is it still good? */
export const isGoodToken = (
  secret: string,
  { body, mac, expiresAtMs }: UnprovenToken,
  nowMs: number,
): boolean => timingSafeEqual(macOf(secret, body), mac) && nowMs < expiresAtMs
