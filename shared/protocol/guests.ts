import { z } from 'zod'
import { AgentId, TeamId } from '../domain/ids.ts'
import { MOST_HOURS } from '../rules/guests/guest-hours.ts'
import { storableText } from '../rules/storable-text.ts'

const NAME_LIMIT = 300
const EMAIL_LIMIT = 320
const MOST_TEAMS = 100
/** The longest list of what was done about guests that is answered; the newest. */
export const MOST_GUEST_RECORDS = 200

const Name = z.string().trim().min(1).max(NAME_LIMIT).overwrite(storableText)
const Email = z
  .string()
  .trim()
  .max(EMAIL_LIMIT)
  .regex(/^[^\s@]+@[^\s@]+$/)
const Teams = z.array(TeamId).min(1).max(MOST_TEAMS)
/** Until when they help, ms; null: until somebody ends it. */
const Until = z.int().min(0).nullable()
/** Agreed hours a week; null: none are. An older laptop leaves it out: as it stands. */
const Hours = z.int().min(1).max(MOST_HOURS).nullable().optional()

/** What a supervisor does about guests. 'signIn': a new password, and every session of theirs is over. */
export const GuestRequest = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('make'),
    name: Name,
    email: Email,
    teamIds: Teams,
    untilMs: Until,
    hours: Hours,
  }),
  z.strictObject({
    act: z.literal('change'),
    agentId: AgentId,
    teamIds: Teams,
    untilMs: Until,
    hours: Hours,
  }),
  z.strictObject({ act: z.literal('end'), agentId: AgentId }),
  z.strictObject({ act: z.literal('signIn'), agentId: AgentId }),
])
export type GuestRequest = z.infer<typeof GuestRequest>

export const GuestAnswer = z.object({
  agentId: AgentId,
  /** Made by the hub and told this once; null: the old one stands. */
  password: z.string().nullable(),
})
export type GuestAnswer = z.infer<typeof GuestAnswer>

export const GUEST_ACTS = ['made', 'changed', 'ended', 'signIn'] as const
export type GuestAct = (typeof GUEST_ACTS)[number]

/** What was done about a guest, by whom and when, and what stood afterwards. */
export const GuestRecord = z.object({
  agentId: AgentId,
  what: z.string(),
  /** Null: from the hub's own command line. */
  byId: AgentId.nullable(),
  atMs: z.number(),
  teamIds: z.array(z.string()),
  untilMs: z.number().nullable(),
})
export type GuestRecord = z.infer<typeof GuestRecord>
/** Quarters of an hour within this week, on the clock of the guest's team, in which the hub has any act of theirs. */
export const GuestUse = z.object({ agentId: AgentId, quarters: z.int() })
export type GuestUse = z.infer<typeof GuestUse>
export const GuestsAnswer = z.object({
  records: z.array(GuestRecord),
  /** Of every guest; an older hub says nothing. */
  used: z.array(GuestUse).default([]),
})
export type GuestsAnswer = z.infer<typeof GuestsAnswer>
