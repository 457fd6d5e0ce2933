import type { Fields, Role } from '../../domain/values.ts'
import { maySupervise } from '../supervising.ts'
import { readRule } from '../team-rule.ts'

/** What the team says about who keeps articles and canned replies. */
export const KNOWLEDGE_DEFAULTS = { agentsMayWrite: false }
export const KNOWLEDGE_LIMITS = {}

/** Supervisors and administrators write them, and agents where the team's rule says so; guests never do. */
export const mayWriteAnswers = (role: Role | 'other', content: Fields | null): boolean =>
  maySupervise(role) ||
  (role === 'agent' && readRule(content, KNOWLEDGE_DEFAULTS, KNOWLEDGE_LIMITS).agentsMayWrite)
