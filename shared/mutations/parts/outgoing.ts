import type { Channel } from '../../domain/values.ts'

/** Channels that carry a message out of the hub; the others only record what was said. */
const CARRIED: ReadonlySet<string> = new Set(['email', 'chat', 'sms', 'whatsapp', 'in-app', 'social', 'web'])

export const firstDelivery = (channel: Channel): 'queued' | 'none' =>
  CARRIED.has(channel) ? 'queued' : 'none'

/**
 * RFC 5322 Message-ID of an outgoing mail, the same on every attempt: a mail server or reader that sees a repeated
 * send can tell. Null for channels without such a header.
 */
export const messageIdHeader = (messageRowId: string, channel: Channel): string | null =>
  channel === 'email' ? `<${messageRowId}@tandem.local>` : null
