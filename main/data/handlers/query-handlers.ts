import type { Handlers } from '../../../shared/contract/index.ts'
import { listTicketForms } from '../queries/forms.ts'
import { getPriority } from '../queries/priority.ts'
import { listAnswers, listGaps, listVersions } from '../queries/answers.ts'
import { listAttention } from '../queries/attention.ts'
import { listBoardIssues, listBoardThreads } from '../queries/board-threads.ts'
import { countAtRisk, listAtRisk } from '../queries/at-risk.ts'
import { getCausesReport } from '../queries/causes-report.ts'
import { casesOfCustomer, listAllowances, waitingApprovals } from '../queries/cases.ts'
import { getFirstSteps, listCoaching } from '../queries/coaching.ts'
import { countAsked, countSaved } from '../queries/count-saved.ts'
import { countLate, countViews } from '../queries/count-views.ts'
import { getDiagnosis, listRemote, listRequiredDetails, rememberedEntries } from '../queries/diagnosis.ts'
import { listDoubtful } from '../queries/doubtful.ts'
import { getDirectory, listDrafts, listMacros } from '../queries/directory.ts'
import { getClosing, getHandOver, listHandshakes } from '../queries/closing.ts'
import { explainRow } from '../queries/explain-row.ts'
import { rowsAround } from '../queries/rows-around.ts'
import { listPlans, listPlanTemplates } from '../queries/customer-plans.ts'
import { getExperience } from '../queries/experience.ts'
import { getDayPack } from '../queries/day-pack.ts'
import { getDeviceUsage } from '../queries/device-usage.ts'
import { listFeedback } from '../queries/feedback.ts'
import { listPublicPosts } from '../queries/public-posts.ts'
import { listUnplacedPosts } from '../queries/unplaced-posts.ts'
import { getFeedbackDigest } from '../queries/feedback-digest.ts'
import { getCard } from '../queries/get-card.ts'
import { getConversation } from '../queries/get-conversation.ts'
import { getServiceLevels } from '../queries/get-service-levels.ts'
import { getTicket } from '../queries/get-ticket.ts'
import { getTimeline } from '../queries/get-timeline.ts'
import { listHolds } from '../queries/holds.ts'
import { getReach } from '../queries/issue-reach.ts'
import { getIssueDetail, listKnownIssues } from '../queries/known-issues.ts'
import { guidesOfTicket, listGuides } from '../queries/guides.ts'
import { getArticle, getKnownIssue, listProducts } from '../queries/knowledge.ts'
import { readLedger } from '../queries/ledger.ts'
import { listLeases } from '../queries/leases.ts'
import { listThreads } from '../queries/list-threads.ts'
import { neighbours } from '../queries/neighbours.ts'
import { getLikelyQuestions, listNextQuestions } from '../queries/next-questions.ts'
import { listOpportunities, opportunitiesOf } from '../queries/opportunities.ts'
import { countSegment, listOutreach, listOutreachRules } from '../queries/outreach.ts'
import { getPortrait } from '../queries/portrait.ts'
import { getOrganisation } from '../queries/organisation.ts'
import { comparePeople, listDuplicates, listRelations } from '../queries/people.ts'
import { personalInMany } from '../queries/personal-in-many.ts'
import { whoIsReached } from '../queries/who-is-reached.ts'
import { getPracticeStory, listCases, listRuns } from '../queries/practice.ts'
import { getFollowUpsKept } from '../queries/followed-up.ts'
import { getPromisesKept, listDuties } from '../queries/promises-kept.ts'
import { getGuestDesk } from '../queries/guest-desk.ts'
import { getGuestHours } from '../queries/guest-hours.ts'
import { proposalsOf, waitingProposals } from '../queries/proposals.ts'
import type { QueryContext } from '../queries/query-context.ts'
import { listResting, listUndoWindows } from '../queries/resting-replies.ts'
import { listViews } from '../queries/saved-views.ts'
import { getScope, listKeeps } from '../queries/scope.ts'
import { findCustomers, search } from '../queries/search.ts'
import { listAssetEvents } from '../queries/asset-events.ts'
import { getSupportRecord } from '../queries/support-record.ts'
import { getSurveyState } from '../queries/survey-state.ts'
import { listTeamRules } from '../queries/team-rules.ts'
import { draftStory, listKudos, listStories, listTrainingLists, trainingNews } from '../queries/thanks.ts'
import { ticketIds, ticketNames } from '../queries/ticket-ids.ts'
import { triageTicket } from '../queries/triage-ticket.ts'
import { findOrganisations, viewValues } from '../queries/view-values.ts'
import { similarCustomers } from '../queries/similar-customers.ts'
import { similarOrganisations } from '../queries/similar-organisations.ts'
import { listTopics } from '../queries/topics.ts'

type DataHandlers = Handlers<'data', QueryContext>

/** What the reader thread answers. */
export const queryHandlers = {
  'threads.list': (input, context) => listThreads(context, input),
  'threads.counts': (_input, context) => countViews(context),
  'threads.late': (_input, context) => countLate(context),
  'threads.neighbours': (input, context) => neighbours(context, input),
  'threads.ids': (input, context) => ticketIds(context, input),
  'views.list': (_input, context) => listViews(context),
  'views.counts': (_input, context) => countSaved(context),
  'views.count': (input, context) => countAsked(context, input),
  'views.values': (input, context) => viewValues(context, input),
  'organisations.find': (input, context) => findOrganisations(context, input),
  'tickets.names': (input, context) => ticketNames(context, input.ticketIds),
  'tickets.get': ({ ticketId }, context) => getTicket(context, ticketId),
  'tickets.triage': ({ ticketId }, context) => triageTicket(context, ticketId),
  'tickets.conversation': (input, context) => getConversation(context, input),
  'drafts.list': ({ ticketId }, context) => listDrafts(context, ticketId),
  'customers.card': (input, context) => getCard(context, input),
  'cases.ofCustomer': (input, context) => casesOfCustomer(context, input),
  'approvals.waiting': (_input, context) => waitingApprovals(context),
  'allowances.list': (_input, context) => listAllowances(context),
  'customers.atRisk': (_input, context) => listAtRisk(context),
  'customers.countAtRisk': (_input, context) => countAtRisk(context),
  'customers.topics': (input, context) => listTopics(context, input),
  'customers.portrait': ({ customerId }, context) => getPortrait(context, customerId),
  'customers.timeline': (input, context) => getTimeline(context, input),
  'customers.find': (input, context) => findCustomers(context, input),
  'search.query': (input, context) => search(context, input),
  'sync.ledger': ({ limit }, context) => readLedger(context, limit),
  'attention.list': (_input, context) => listAttention(context),
  'messages.doubtful': (_input, context) => listDoubtful(context),
  'sync.resting': (_input, context) => listResting(context),
  'undoWindows.list': (_input, context) => listUndoWindows(context),
  'rows.explain': (input, context) => explainRow(context, input),
  'rows.around': ({ ticketId }, context) => rowsAround(context, ticketId),
  'serviceLevels.get': (_input, context) => getServiceLevels(context),
  'directory.get': (_input, context) => getDirectory(context),
  'board.threads': (input, context) => listBoardThreads(context, input),
  'customers.similar': (input, context) => similarCustomers(context, input),
  'articles.get': (input, context) => getArticle(context, input),
  'knownIssues.get': (input, context) => getKnownIssue(context, input),
  'knownIssues.list': (input, context) => listKnownIssues(context, input),
  'knownIssues.detail': (input, context) => getIssueDetail(context, input),
  'knownIssues.reach': (input, context) => getReach(context, input),
  'assets.events': (input, context) => listAssetEvents(context, input),
  'support.record': (input, context) => getSupportRecord(context, input),
  'feedback.digest': (input, context) => getFeedbackDigest(context, input),
  'causes.report': (input, context) => getCausesReport(context, input),
  'products.list': (_input, context) => listProducts(context),
  'board.issues': (_input, context) => listBoardIssues(context),
  'offline.pack': (_input, context) => getDayPack(context),
  'offline.usage': (_input, context) => getDeviceUsage(context),
  'leases.list': (_input, context) => listLeases(context),
  'scope.get': (_input, context) => getScope(context),
  'keeps.list': (_input, context) => listKeeps(context),
  'diagnosis.get': ({ ticketId }, context) => getDiagnosis(context, ticketId),
  'askedTried.ofCustomer': (input, context) => rememberedEntries(context, input),
  'remote.list': ({ ticketId }, context) => listRemote(context, ticketId),
  'ticketForms.list': (_input, context) => listTicketForms(context),
  'tickets.priority': ({ ticketId }, context) => getPriority(context, ticketId),
  'requiredDetails.list': (_input, context) => listRequiredDetails(context),
  'guides.list': (_input, context) => listGuides(context),
  'guides.ofTicket': ({ ticketId }, context) => guidesOfTicket(context, ticketId),
  'teamRules.list': (_input, context) => listTeamRules(context),
  'kudos.list': (input, context) => listKudos(context, input),
  'training.news': (input, context) => trainingNews(context, input),
  'stories.list': (_input, context) => listStories(context),
  'stories.draft': (input, context) => draftStory(context, input),
  'trainingLists.list': (_input, context) => listTrainingLists(context),
  'practice.cases': (input, context) => listCases(context, input),
  'practice.story': (input, context) => getPracticeStory(context, input),
  'practice.runs': (_input, context) => listRuns(context),
  'coaching.list': (input, context) => listCoaching(context, input),
  'firstSteps.get': (_input, context) => getFirstSteps(context),
  'customers.experience': ({ customerId }, context) => getExperience(context, customerId),
  'customers.handshakes': ({ customerId }, context) => listHandshakes(context, customerId),
  'tickets.closing': ({ ticketId }, context) => getClosing(context, ticketId),
  'tickets.handOver': ({ ticketId }, context) => getHandOver(context, ticketId),
  'articleGaps.list': (_input, context) => listGaps(context),
  'answers.list': (_input, context) => listAnswers(context),
  'articles.versions': (input, context) => listVersions(context, input),
  'macros.list': (_input, context) => listMacros(context),
  'plans.list': ({ customerId }, context) => listPlans(context, customerId),
  'holds.list': ({ customerId }, context) => listHolds(context, customerId),
  'planTemplates.list': (_input, context) => listPlanTemplates(context),
  'outreach.list': ({ reason }, context) => listOutreach(context, reason),
  'outreach.segment': (input, context) => countSegment(context, input),
  'outreachRules.list': (_input, context) => listOutreachRules(context),
  'surveys.state': (input, context) => getSurveyState(context, input),
  'promises.kept': (input, context) => getPromisesKept(context, input),
  'followUps.kept': (input, context) => getFollowUpsKept(context, input),
  'duties.before': (input, context) => listDuties(context, input),
  'opportunities.ofCustomer': ({ customerId }, context) => opportunitiesOf(context, customerId),
  'opportunities.list': (input, context) => listOpportunities(context, input),
  'nextQuestions.likely': (input, context) => getLikelyQuestions(context, input),
  'nextQuestions.list': (_input, context) => listNextQuestions(context),
  'proposals.ofTicket': ({ ticketId }, context) => proposalsOf(context, ticketId),
  'proposals.waiting': (_input, context) => waitingProposals(context),
  'guests.desk': (_input, context) => getGuestDesk(context),
  'guests.hours': (_input, context) => getGuestHours(context),
  'publicPosts.list': (input, context) => listPublicPosts(context, input),
  'publicPosts.unplaced': (input, context) => listUnplacedPosts(context, input),
  'feedback.list': (input, context) => listFeedback(context, input),
  'people.duplicates': (input, context) => listDuplicates(context, input),
  'people.compare': (input, context) => comparePeople(context, input),
  'people.reached': (input, context) => whoIsReached(context, input),
  'bulk.personal': (input, context) => personalInMany(context, input),
  'relations.list': (input, context) => listRelations(context, input),
  'organisations.similar': (input, context) => similarOrganisations(context, input),
  'organisations.view': (input, context) => getOrganisation(context, input),
} satisfies Partial<DataHandlers>
