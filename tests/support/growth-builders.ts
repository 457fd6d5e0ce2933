import type { NextQuestion, Opportunity } from '../../shared/domain/growth.ts'
import type { Proposal } from '../../shared/domain/proposals.ts'
import { freshId, idOf, NOW_MS } from './builders.ts'

const DAY_MS = 86_400_000

export const anOpportunity = (row: Partial<Opportunity> = {}): Opportunity => ({
  id: freshId(),
  customerId: row.customerId ?? idOf(1),
  ticketId: null,
  kind: 'upsell',
  productId: null,
  note: 'Asked what a second till costs.',
  valueMinor: null,
  currency: null,
  state: 'noted',
  consent: 'not-asked',
  consentVia: null,
  consentAtMs: null,
  teamId: null,
  address: null,
  ownerId: null,
  createdBy: null,
  createdAtMs: NOW_MS - DAY_MS,
  passedOnAtMs: null,
  sentAtMs: null,
  closedAtMs: null,
  ...row,
})

export const aNextQuestion = (row: Partial<NextQuestion> = {}): NextQuestion => ({
  id: freshId(),
  question: 'Can I still change the address?',
  answer: 'Yes, until the parcel leaves our house.',
  articleId: null,
  conditions: { orderStates: ['placed', 'paid'] },
  isActive: true,
  version: 1,
  updatedAtMs: NOW_MS,
  ...row,
})

export const aProposal = (row: Partial<Proposal> = {}): Proposal => ({
  id: freshId(),
  ticketId: row.ticketId ?? idOf(2),
  customerId: row.customerId ?? idOf(1),
  threadId: row.threadId ?? idOf(3),
  authorId: null,
  channel: 'email',
  to: [{ name: 'Ana Ruiz', address: 'ana@example.com' }],
  cc: [],
  bodyText: 'Hold the button for ten seconds, then it pairs again.',
  seenUpToSeq: 1,
  state: 'proposed',
  words: null,
  decidedBy: null,
  decidedAtMs: null,
  messageId: null,
  createdAtMs: NOW_MS,
  ...row,
})
