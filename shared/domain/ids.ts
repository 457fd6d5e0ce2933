import { z } from 'zod'
import type { Random } from '../clock.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** All ids are UUIDv7 strings; the names say which row is meant. */
const id = z.string().regex(UUID, 'not a UUIDv7')

export const WorkspaceId = id
export type WorkspaceId = string
export const AgentId = id
export type AgentId = string
export const TeamId = id
export type TeamId = string
export const CustomerId = id
export type CustomerId = string
export const TicketId = id
export type TicketId = string
export const ThreadId = id
export type ThreadId = string
export const MutationId = id
export type MutationId = string
export const ClientId = id
export type ClientId = string
/** Rows whose kind of id needs no name of its own (orders, assets, notes …). */
export const RowId = id
export type RowId = string

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/**
 * Makes a UUIDv7 (RFC 9562): 48 bits of `nowMs`, then 74 random bits.
 * Ids order rows roughly by time for locality only; nothing may rely on that order.
 */
export function newId(nowMs: number, random: Random): string {
  const time = hex(Math.max(0, Math.floor(nowMs)) % 2 ** 48, 12)
  const bits = (count: number): number => Math.floor(random() * 2 ** count)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(bits(12), 3)}-${hex(0x8000 | bits(14), 4)}-${hex(bits(24), 6)}${hex(bits(24), 6)}`
}
