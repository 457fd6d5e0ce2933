import type { Survey } from '../../shared/domain/commerce.ts'
import type { PublicPost, UnplacedPost } from '../../shared/domain/public-posts.ts'
import type { Feedback } from '../../shared/domain/feedback.ts'
import { outreachRuleId } from '../../shared/domain/outreach.ts'
import type { Outreach, OutreachRule } from '../../shared/domain/outreach.ts'
import type { Plan, PlanStep, PlanTemplate } from '../../shared/domain/plans.ts'
import type { Relation } from '../../shared/domain/relations.ts'
import { freshId, idOf, NOW_MS } from './builders.ts'

const DAY_MS = 86_400_000
const customerOf = (row: { readonly customerId?: string }): string => row.customerId ?? idOf(1)

export const aPlanTemplate = (row: Partial<PlanTemplate> = {}): PlanTemplate => ({
  id: freshId(),
  name: 'First shop',
  version: 1,
  steps: [
    { title: 'Welcome call', kind: 'service', days: 1, owner: 'owner' },
    { title: 'Pair the tills', kind: 'support', days: 3, owner: 'team' },
  ],
  isActive: true,
  updatedAtMs: NOW_MS,
  ...row,
})
export const aPlan = (row: Partial<Plan> = {}): Plan => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  templateId: null,
  templateVersion: null,
  name: 'First shop',
  ownerId: null,
  state: 'active',
  startedAtMs: NOW_MS - DAY_MS,
  endedAtMs: null,
  ...row,
})
export const aPlanStep = (row: Partial<PlanStep> = {}): PlanStep => ({
  id: freshId(),
  customerId: customerOf(row),
  planId: freshId(),
  ticketId: null,
  position: 1,
  title: 'Welcome call',
  kind: 'service',
  dueAtMs: NOW_MS + DAY_MS,
  ownerId: null,
  state: 'open',
  closedAtMs: null,
  closedBy: null,
  ...row,
})
export const anOutreachRule = (row: Partial<OutreachRule> = {}): OutreachRule => ({
  id: outreachRuleId('no-contact'),
  reason: 'no-contact',
  days: 60,
  isActive: true,
  segment: null,
  version: 1,
  updatedAtMs: NOW_MS,
  ...row,
})
export const anOutreach = (row: Partial<Outreach> = {}): Outreach => ({
  id: freshId(),
  customerId: customerOf(row),
  reason: 'no-contact',
  occasion: customerOf(row),
  state: 'done',
  untilMs: null,
  note: null,
  agentId: null,
  atMs: NOW_MS,
  ...row,
})
export const aSurvey = (row: Partial<Survey> = {}): Survey => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  kind: 'nps',
  score: null,
  comment: null,
  askedAtMs: NOW_MS - DAY_MS,
  answeredAtMs: null,
  agentId: null,
  sentAtMs: null,
  ...row,
})
export const aFeedback = (row: Partial<Feedback> = {}): Feedback => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  kind: 'product',
  area: 'Reports',
  productId: null,
  text: 'Wants the daily report by mail.',
  watched: null,
  valueMinor: 840_000,
  currency: 'EUR',
  state: 'open',
  createdBy: null,
  createdAtMs: NOW_MS,
  ...row,
})
export const aPublicPost = (row: Partial<PublicPost> = {}): PublicPost => ({
  id: freshId(),
  customerId: customerOf(row),
  ticketId: null,
  place: 'Trustpilot',
  url: 'https://reviews.example/1',
  author: 'ana_r',
  stars: 2,
  body: 'Still waiting for my refund.',
  postedAtMs: NOW_MS,
  reportedAtMs: null,
  ...row,
})
export const anUnplacedPost = (row: Partial<UnplacedPost> = {}): UnplacedPost => {
  const { customerId: _customerId, ticketId: _ticketId, ...said } = aPublicPost()
  return { ...said, named: null, asideAtMs: null, ...row }
}
export const aRelation = (row: Partial<Relation> = {}): Relation => ({
  id: freshId(),
  customerId: customerOf(row),
  otherCustomerId: null,
  otherName: row.otherCustomerId ? null : 'Marta Vidal',
  kind: 'decision-maker',
  note: null,
  sinceMs: null,
  endedAtMs: null,
  createdBy: null,
  createdAtMs: NOW_MS - DAY_MS,
  ...row,
})
