import type { Dice } from '../../shared/demo/dice.ts'
import type { Agent } from '../../shared/domain/people.ts'
import type { Channel, WorkKind } from '../../shared/domain/values.ts'
import type { MessageInput, NoteInput } from './add-ticket.ts'
import type { Wording } from './wording.ts'
import { DAY_MS, MINUTE_MS } from './world.ts'

/** How far a conversation has come. */
export type Ending = 'solved' | 'just-wrote' | 'answered' | 'wrote-again'
export type Told = {
  readonly messages: readonly MessageInput[]
  readonly notes: readonly NoteInput[]
  readonly lastMs: number
}

type Voice = 'opening' | 'nudge' | 'reply' | 'more' | 'fix' | 'thanks' | 'closing'

const SHAPES: Readonly<Record<Ending, readonly (readonly Voice[])[]>> = {
  solved: [
    ['opening', 'reply', 'thanks'],
    ['opening', 'reply', 'thanks'],
    ['opening', 'reply'],
    ['opening', 'reply', 'thanks', 'closing'],
    ['opening', 'nudge', 'reply', 'thanks'],
    ['opening', 'reply', 'more', 'fix', 'thanks'],
    ['opening', 'reply', 'more', 'fix'],
  ],
  'just-wrote': [['opening']],
  answered: [
    ['opening', 'reply'],
    ['opening', 'reply', 'more', 'fix'],
  ],
  'wrote-again': [
    ['opening', 'reply', 'more'],
    ['opening', 'reply', 'more', 'fix', 'nudge'],
  ],
}

/** Shapes that these words can fill: who reports that it is still broken must not be told how glad we are. */
const shapesFor = (ending: Ending, wording: Wording): readonly (readonly Voice[])[] =>
  SHAPES[ending].filter(shape => wording.fix !== null || !shape.includes('fix'))

const NOTES: Readonly<Record<WorkKind, readonly string[]>> = {
  service: [
    'Checked with the warehouse: the parcel was there at 17:20 yesterday, handed to the courier this morning.',
    'Customer sounded stressed on the phone, shop opens Saturday. Please keep it moving.',
    'Refund is within my allowance, released it. No approval needed.',
    'Asked bookkeeping to confirm the second capture before we answer.',
    'Second late parcel this quarter for this shop. If it happens again we should call first.',
  ],
  support: [
    'Already tried: restart, pair again, other USB port. Not tried: update over USB.',
    'Log shows the device asking for an address every two hours. Lease too short.',
    'Reproduced here with the same version. Added the customer to the known issue.',
    'Remote session with consent, 12 minutes: clock was four minutes behind, time server blocked.',
    'Serial and version are in the asset now, nobody needs to ask again.',
    'Handed to tier 2 with the log. Customer knows and expects an answer tomorrow.',
  ],
}

/** Minutes until somebody writes next: log-normal, so most are quick and a few are slow. */
function gapMs(dice: Dice, medianMinutes: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - dice.random())) * Math.cos(2 * Math.PI * dice.random())
  return Math.round(Math.min(3 * DAY_MS, medianMinutes * MINUTE_MS * Math.exp(normal * 0.9)))
}

const medians: Readonly<Record<Voice, (isLive: boolean) => number>> = {
  opening: () => 0,
  nudge: () => 26 * 60,
  reply: isLive => (isLive ? 3 : 22),
  more: isLive => (isLive ? 4 : 130),
  fix: isLive => (isLive ? 5 : 55),
  thanks: isLive => (isLive ? 2 : 90),
  closing: isLive => (isLive ? 1 : 40),
}

export type ConversationInput = {
  readonly dice: Dice
  readonly wording: Wording
  readonly channel: Channel
  readonly ending: Ending
  readonly agent: Pick<Agent, 'id' | 'name'>
  readonly kind: WorkKind
  /** When the first message was written, ms. */
  readonly atMs: number
}

function textOf(voice: Voice, wording: Wording, agent: string): string {
  switch (voice) {
    case 'opening':
      return wording.opening
    case 'nudge':
      return wording.nudge
    case 'reply':
      return wording.reply(agent)
    case 'more':
      return wording.more
    case 'fix':
      return wording.fix === null ? wording.closing(agent) : wording.fix(agent)
    case 'thanks':
      return wording.thanks
    case 'closing':
      return wording.closing(agent)
  }
}

const isAgentVoice = (voice: Voice): boolean => voice === 'reply' || voice === 'fix' || voice === 'closing'

/** One conversation from its first message on. Times rise; nothing is said about when it should end. */
export function converse({ dice, wording, channel, ending, agent, kind, atMs }: ConversationInput): Told {
  const isLive = channel === 'chat' || channel === 'phone' || channel === 'walk-in' || channel === 'whatsapp'
  let time = atMs
  const messages = dice.pick(shapesFor(ending, wording)).map(spoken => {
    // Trying it again is for things that break; a question about an order is asked again.
    const voice = spoken === 'more' && kind === 'service' ? 'nudge' : spoken
    if (voice !== 'opening') time += gapMs(dice, medians[voice](isLive)) + MINUTE_MS
    return { by: isAgentVoice(voice) ? agent : null, atMs: time, text: textOf(voice, wording, agent.name) }
  })
  const firstReply = messages.find(({ by }) => by !== null)
  const notes =
    firstReply && dice.chance(kind === 'support' ? 0.4 : 0.18)
      ? [{ by: agent.id, atMs: firstReply.atMs + 2 * MINUTE_MS, text: dice.pick(NOTES[kind]), kind }]
      : []
  return { messages, notes, lastMs: Math.max(time, ...notes.map(note => note.atMs)) }
}

/** The same conversation at another time. */
export const shifted = ({ messages, notes, lastMs }: Told, byMs: number): Told => ({
  messages: messages.map(message => ({ ...message, atMs: message.atMs + byMs })),
  notes: notes.map(note => ({ ...note, atMs: note.atMs + byMs })),
  lastMs: lastMs + byMs,
})
