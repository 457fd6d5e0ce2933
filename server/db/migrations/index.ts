import type { Migration } from './migration.ts'
import { workspaces } from './0010-workspaces.ts'
import { accounts } from './0020-accounts.ts'
import { people } from './0030-people.ts'
import { ticketTables } from './0040-tickets.ts'
import { commerce } from './0050-commerce.ts'
import { knowledge } from './0060-knowledge.ts'
import { feed } from './0070-feed.ts'
import { blobs } from './0080-blobs.ts'
import { sessions } from './0090-sessions.ts'
import { imports } from './0100-imports.ts'
import { person } from './0140-person.ts'
import { floor } from './0180-floor.ts'
import { savedViews } from './0200-saved-views.ts'
import { serviceLevels } from './0300-service-levels.ts'
import { escalation } from './0310-escalation.ts'
import { settling } from './0400-settling.ts'
import { leases } from './0420-leases.ts'
import { scope } from './0430-scope.ts'
import { erasures } from './0440-erasures.ts'
import { triage } from './0450-triage.ts'
import { cases } from './0500-cases.ts'
import { relation } from './0510-relation.ts'
import { diagnosis } from './0520-diagnosis.ts'
import { incidents } from './0530-incidents.ts'
import { between } from './0540-between.ts'
import { portrait } from './0550-portrait.ts'
import { relations } from './0560-relations.ts'
import { growth } from './0570-growth.ts'
import { knownCounts } from './0580-known-counts.ts'
import { erasedForEver } from './0590-erased-for-ever.ts'
import { givenAway } from './0620-given-away.ts'
import { productEvents } from './0630-product-events.ts'
import { restTold } from './0660-rest-told.ts'
import { assetsByProduct } from './0670-assets-by-product.ts'
import { namedTickets } from './0690-named-tickets.ts'
import { guests } from './0700-guests.ts'
import { thanks } from './0720-thanks.ts'
import { training } from './0730-training.ts'
import { answers } from './0750-answers.ts'
import { epochSeq } from './0760-epoch-seq.ts'
import { snapshotWalk } from './0780-snapshot-walk.ts'
import { guestRecords } from './0810-guest-records.ts'
import { doubtTime } from './0840-doubt-time.ts'
import { suggestedFiles } from './0850-suggested-files.ts'
import { articleVersions } from './0860-article-versions.ts'
import { records } from './0870-records.ts'
import { subscriptionRows } from './0880-subscriptions.ts'
import { ticketForms } from './0930-ticket-forms.ts'
import { ticketsReceived } from './0960-tickets-received.ts'
import { followedUp } from './0970-followed-up.ts'
import { publicPosts } from './0980-public-posts.ts'
import { unplacedPosts } from './0990-unplaced-posts.ts'
import { takeovers } from './1000-takeovers.ts'
import { personExports } from './1050-person-exports.ts'
import { organisationNotes } from './1020-organisations.ts'
import { keeping } from './1060-keeping.ts'
import { articleGaps } from './1070-article-gaps.ts'
import { segments } from './1080-segments.ts'
import { removedPosts } from './1090-removed-posts.ts'
import { studies } from './1110-studies.ts'
import { snapshotShelf } from './1140-snapshot-shelf.ts'
import { familyOfStarters } from './1150-family-of-starters.ts'
import { marks } from './1030-marks.ts'
import { guestHours } from './1120-guest-hours.ts'
import { templateFamilies } from './1130-template-families.ts'

/** In order. Released steps never change; a correction is a new step. */
export const migrations: readonly Migration[] = [
  workspaces,
  accounts,
  people,
  ticketTables,
  commerce,
  knowledge,
  feed,
  blobs,
  sessions,
  imports,
  person,
  floor,
  savedViews,
  serviceLevels,
  escalation,
  settling,
  leases,
  scope,
  erasures,
  triage,
  cases,
  relation,
  diagnosis,
  incidents,
  between,
  portrait,
  relations,
  growth,
  knownCounts,
  erasedForEver,
  givenAway,
  productEvents,
  restTold,
  assetsByProduct,
  namedTickets,
  guests,
  thanks,
  training,
  answers,
  epochSeq,
  snapshotWalk,
  guestRecords,
  doubtTime,
  suggestedFiles,
  articleVersions,
  records,
  subscriptionRows,
  ticketForms,
  ticketsReceived,
  followedUp,
  publicPosts,
  unplacedPosts,
  takeovers,
  organisationNotes,
  marks,
  personExports,
  keeping,
  articleGaps,
  segments,
  removedPosts,
  studies,
  guestHours,
  templateFamilies,
  snapshotShelf,
  familyOfStarters,
]
