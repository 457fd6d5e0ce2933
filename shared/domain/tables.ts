import { agents, contactPoints, customers, followUps, organisations, promises, teams } from './people.ts'
import {
  attachments,
  drafts,
  events,
  issueLinks,
  leases,
  messages,
  notes,
  threads,
  ticketLinks,
  tickets,
} from './tickets.ts'
import {
  assets,
  charges,
  invoices,
  orderLines,
  orders,
  products,
  returnCases,
  subscriptions,
  surveys,
} from './commerce.ts'
import { askedTried, diagnoses, remoteSessions } from './diagnosis.ts'
import { ticketForms } from './forms.ts'
import { articleGaps } from './article-gaps.ts'
import { holds } from './keeping.ts'
import { guideRuns, guides, requiredDetails } from './guides.ts'
import {
  allowances,
  approvals,
  complaints,
  disputes,
  goodwills,
  loyaltyEntries,
  needs,
  recoverySteps,
  spendings,
} from './cases.ts'
import { articles, articleVersions, knownIssues, macros } from './knowledge.ts'
import { engineeringIssues, escalations, impacts, issueUpdates, rootCauses } from './incidents.ts'
import { closings, handOvers, handshakes, teamRules } from './between.ts'
import { takeovers } from './takeovers.ts'
import { calendars, slaPolicies } from './service-levels.ts'
import { feedback } from './feedback.ts'
import { nextQuestions, opportunities } from './growth.ts'
import { outreach, outreachRules } from './outreach.ts'
import { plans, planSteps, planTemplates } from './plans.ts'
import { pins, portraits, preferences } from './portrait.ts'
import { proposals } from './proposals.ts'
import { relations } from './relations.ts'
import { keeps, scopePolicies } from './scope.ts'
import { publicPosts, unplacedPosts } from './public-posts.ts'
import { coachingNotes, firstSteps, kudos, practiceRuns, stories, trainingLists } from './training.ts'
import { triageWeights } from './triage-weights.ts'
import { undoWindows } from './undo-windows.ts'
import { ownViews, sharedViews } from './views.ts'
import type { RowFrom } from './table.ts'

/** Every table that travels between hub and laptop. The order is the order of a snapshot: parents before children. */
export const tables = {
  agents,
  teams,
  organisations,
  products,
  knownIssues,
  issueUpdates,
  engineeringIssues,
  articles,
  articleVersions,
  articleGaps,
  macros,
  guides,
  requiredDetails,
  ticketForms,
  calendars,
  slaPolicies,
  sharedViews,
  undoWindows,
  scopePolicies,
  triageWeights,
  planTemplates,
  outreachRules,
  teamRules,
  nextQuestions,
  unplacedPosts,
  kudos,
  stories,
  trainingLists,
  allowances,
  customers,
  contactPoints,
  relations,
  tickets,
  threads,
  messages,
  notes,
  attachments,
  events,
  ticketLinks,
  issueLinks,
  leases,
  proposals,
  diagnoses,
  askedTried,
  guideRuns,
  remoteSessions,
  orders,
  orderLines,
  returnCases,
  invoices,
  charges,
  subscriptions,
  holds,
  assets,
  escalations,
  impacts,
  rootCauses,
  surveys,
  followUps,
  promises,
  plans,
  planSteps,
  outreach,
  feedback,
  opportunities,
  publicPosts,
  closings,
  handshakes,
  handOvers,
  takeovers,
  approvals,
  disputes,
  goodwills,
  loyaltyEntries,
  complaints,
  recoverySteps,
  needs,
  preferences,
  pins,
  portraits,
  drafts,
  ownViews,
  keeps,
  spendings,
  coachingNotes,
  practiceRuns,
  firstSteps,
} as const

export type Tables = typeof tables
export type TableName = keyof Tables
export type Row<Name extends TableName> = RowFrom<Tables[Name]['columns']>
export type AnyRow = { readonly id: string } & Readonly<Record<string, unknown>>

export const tableNames = Object.keys(tables) as readonly TableName[]
export const isTableName = (value: unknown): value is TableName =>
  typeof value === 'string' && Object.hasOwn(tables, value)
