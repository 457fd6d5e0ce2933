import type { Role } from '../../domain/values.ts'

/** Somebody of another department who helps for a few hours: reads the tickets of some teams, suggests, sends nothing. */
export const isGuest = (role: string): boolean => role === 'guest'

/**
 * All a guest may change, by mutation: notes, suggestions, guides and checklists, the own drafts, thanks to a colleague,
 * own answers to practice cases, and the record of how own work that met somebody else's was decided. Whatever is not named here (answers, money, states, people, settings)
 * is for colleagues, a capability added later too.
 */
const GUESTS_MAY: ReadonlySet<string> = new Set([
  'note.add',
  'note.edit',
  'note.remove',
  'proposal.make',
  'proposal.withdraw',
  'draft.save',
  'draft.discard',
  'guideRun.start',
  'guideRun.answer',
  'guideRun.end',
  'diagnosis.set',
  'askedTried.add',
  'askedTried.close',
  'askedTried.remove',
  'conflict.record',
  'kudos.give',
  'kudos.takeBack',
  'practice.keep',
])

/** Whether somebody of this role may ask for it at all; the mutation's own rule comes on top. */
export const mayAskFor = (role: Role | 'other', mutation: string): boolean =>
  !isGuest(role) || GUESTS_MAY.has(mutation)

type Stay = { readonly role: string; readonly guestUntilMs: number | null }

/** Whether a guest's time is over; of others it never is. */
export const isStayOver = ({ role, guestUntilMs }: Stay, nowMs: number): boolean =>
  role === 'guest' && guestUntilMs !== null && guestUntilMs <= nowMs
