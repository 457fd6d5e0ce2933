import type { Migration } from '../migration.ts'
import { directory } from './0010-directory.ts'
import { knowledge } from './0020-knowledge.ts'
import { customers } from './0030-customers.ts'
import { tickets } from './0040-tickets.ts'
import { commerce } from './0050-commerce.ts'
import { sync } from './0060-sync.ts'
import { counters } from './0070-counters.ts'
import { search } from './0080-search.ts'
import { blobs } from './0090-blobs.ts'
import { serviceLevels } from './0100-service-levels.ts'
import { undo } from './0110-undo.ts'
import { person } from './0140-person.ts'
import { threadCounts } from './0150-thread-counts.ts'
import { readingMarks } from './0160-reading-marks.ts'
import { savedViews } from './0170-saved-views.ts'
import { escalation } from './0180-escalation.ts'
import { settling } from './0200-settling.ts'
import { leases } from './0210-leases.ts'
import { scope } from './0220-scope.ts'
import { triage } from './0230-triage.ts'
import { cases } from './0300-cases.ts'
import { relation } from './0310-relation.ts'
import { diagnosis } from './0320-diagnosis.ts'
import { incidents } from './0330-incidents.ts'
import { between } from './0340-between.ts'
import { portrait } from './0350-portrait.ts'
import { people } from './0360-people.ts'
import { growth } from './0370-growth.ts'
import { knownCounts } from './0380-known-counts.ts'
import { fileKeys } from './0390-file-keys.ts'
import { searchLeftovers } from './0410-search-leftovers.ts'
import { standings } from './0420-standings.ts'
import { restTold } from './0450-rest-told.ts'
import { guests } from './0460-guests.ts'
import { thanks } from './0470-thanks.ts'
import { training } from './0480-training.ts'
import { answers } from './0490-answers.ts'
import { doubtful } from './0500-doubtful.ts'
import { suggestedFiles } from './0550-suggested-files.ts'
import { articleVersions } from './0560-article-versions.ts'
import { records } from './0570-records.ts'
import { subscriptions } from './0580-subscriptions.ts'
import { ticketForms } from './0630-ticket-forms.ts'
import { followedUp } from './0660-followed-up.ts'
import { publicPosts } from './0670-public-posts.ts'
import { unplacedPosts } from './0690-unplaced-posts.ts'
import { takeovers } from './0710-takeovers.ts'
import { organisationNotes } from './0730-organisations.ts'
import { holds } from './0760-holds.ts'
import { articleGaps } from './0770-article-gaps.ts'
import { segments } from './0780-segments.ts'
import { studies } from './0810-studies.ts'
import { marks } from './0740-marks.ts'
import { guestHours } from './0820-guest-hours.ts'
import { workedQuarters } from './0830-worked-quarters.ts'
import { templateFamilies } from './0840-template-families.ts'

export const migrations: readonly Migration[] = [
  directory,
  knowledge,
  customers,
  tickets,
  commerce,
  sync,
  counters,
  search,
  blobs,
  serviceLevels,
  undo,
  person,
  threadCounts,
  readingMarks,
  savedViews,
  escalation,
  settling,
  leases,
  scope,
  triage,
  cases,
  relation,
  diagnosis,
  incidents,
  between,
  portrait,
  people,
  growth,
  knownCounts,
  fileKeys,
  searchLeftovers,
  standings,
  restTold,
  guests,
  thanks,
  training,
  answers,
  doubtful,
  suggestedFiles,
  articleVersions,
  records,
  subscriptions,
  ticketForms,
  followedUp,
  publicPosts,
  unplacedPosts,
  takeovers,
  organisationNotes,
  marks,
  holds,
  articleGaps,
  segments,
  studies,
  guestHours,
  workedQuarters,
  templateFamilies,
]
