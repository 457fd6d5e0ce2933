import type { Channel } from '../../domain/values.ts'
import type { MutationContext } from '../define.ts'

/** Channels that carry a message out of the hub; the others only record what was said. */
const CARRIED: ReadonlySet<string> = new Set(['email', 'chat', 'sms', 'whatsapp', 'in-app', 'social', 'web'])

export const isCarried = (channel: Channel | 'other'): boolean => CARRIED.has(channel)

/**
 * Channels take what is `queued`, and nothing else: what may have left already is not, so that it never leaves twice
 * unasked.
 */
export const firstDelivery = (
  channel: Channel,
  { mayHaveLeft }: Pick<MutationContext, 'mayHaveLeft'>,
): 'queued' | 'unknown' | 'none' => {
  if (!isCarried(channel)) return 'none'
  return mayHaveLeft ? 'unknown' : 'queued'
}

/**
 * RFC 5322 Message-ID of an outgoing mail, the same on every attempt: a mail server or reader that sees a repeated
 * send can tell. Null for channels without such a header.
 */
export const messageIdHeader = (messageRowId: string, channel: Channel): string | null =>
  channel === 'email' ? `<${messageRowId}@tandem.local>` : null
