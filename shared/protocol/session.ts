import { z } from 'zod'
import { AgentId, ClientId, WorkspaceId } from '../domain/ids.ts'
import { Role } from '../domain/values.ts'
import { StatusReport } from './board.ts'

export const Hello = z.object({
  product: z.string(),
  version: z.string(),
  protocol: z.object({ current: z.int(), oldest: z.int() }),
  epoch: z.string(),
  hubTimeMs: z.int(),
})
export type Hello = z.infer<typeof Hello>

export const SignInRequest = z.object({
  email: z.string().min(1).max(320),
  password: z.string().min(1).max(1024),
  /** Needed only when the same address works in several workspaces of this hub. */
  workspace: z.string().max(200).nullable().default(null),
  client: z.object({
    id: ClientId,
    name: z.string().max(200),
    platform: z.string().max(50),
    version: z.string().max(50),
  }),
})
export type SignInRequest = z.input<typeof SignInRequest>

export const SignedIn = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Lifetime of the access token, ms from now. */
  expiresInMs: z.int(),
  agent: z.object({
    id: AgentId,
    name: z.string(),
    email: z.string(),
    role: Role,
    teamIds: z.array(z.string()),
  }),
  workspace: z.object({ id: WorkspaceId, name: z.string(), slug: z.string() }),
})
export type SignedIn = z.infer<typeof SignedIn>

export const RefreshRequest = z.object({ refreshToken: z.string().max(500) })
export type RefreshRequest = z.infer<typeof RefreshRequest>

/** Tickets a report names at most. */
export const MOST_NAMED = 50

/** What the laptop tells about itself with each hello of a live connection; feeds the fleet view. */
export const ClientReport = z.object({
  unsent: z.int().min(0),
  oldestUnsentAtMs: z.int().nullable(),
  lastPulledAtMs: z.int().nullable(),
  version: z.string().max(50),
  /** Replies among what is unsent; null where the laptop does not say, here and below. */
  unsentReplies: z.int().min(0).nullable().default(null),
  /** Tickets with unsent work, and those of them that were taken on the laptop. */
  unsentTickets: z.int().min(0).nullable().default(null),
  claimed: z.int().min(0).nullable().default(null),
  /** Which ones, as many as are worth opening: the newest first. */
  unsentTicketIds: z.array(z.string().max(60)).max(MOST_NAMED).default([]),
  claimedTicketIds: z.array(z.string().max(60)).max(MOST_NAMED).default([]),
  isEncrypted: z.boolean().nullable().default(null),
  /** Laptop clock minus hub clock, ms. */
  skewMs: z.int().nullable().default(null),
  /** What the agent says of themselves. */
  status: StatusReport.nullable().default(null),
})
export type ClientReport = z.infer<typeof ClientReport>
