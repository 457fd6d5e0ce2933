import type { z } from 'zod'
import type { AnyMutation } from './define.ts'
import { addAskedTried } from './add-asked-tried.ts'
import { answerGuideRun } from './answer-guide-run.ts'
import { closeAskedTried } from './close-asked-tried.ts'
import { endGuideRun } from './end-guide-run.ts'
import { endRemote } from './end-remote.ts'
import { removeAskedTried } from './remove-asked-tried.ts'
import { setDiagnosis } from './set-diagnosis.ts'
import { setGuide } from './set-guide.ts'
import { setRequiredDetails } from './set-required-details.ts'
import { startGuideRun } from './start-guide-run.ts'
import { startRemote } from './start-remote.ts'
import { addAsset } from './add-asset.ts'
import { addContact } from './add-contact.ts'
import { addFeedback } from './add-feedback.ts'
import { answerPublicPost } from './answer-public-post.ts'
import { reportExperience } from './report-experience.ts'
import { takeBackExperience } from './take-back-experience.ts'
import { holdPublicPost } from './hold-public-post.ts'
import { placePublicPost } from './place-public-post.ts'
import { releasePublicPost } from './release-public-post.ts'
import { setPostAside } from './set-post-aside.ts'
import { reportPublicPost } from './report-public-post.ts'
import { addFollowUp } from './add-follow-up.ts'
import { addNote } from './add-note.ts'
import { addPromise } from './add-promise.ts'
import { answerSurvey } from './answer-survey.ts'
import { askSurvey } from './ask-survey.ts'
import { assign } from './assign.ts'
import { breakLease } from './break-lease.ts'
import { closePlanStep } from './close-plan-step.ts'
import { completeFollowUp } from './complete-follow-up.ts'
import { createCustomer } from './create-customer.ts'
import { createKnownIssue } from './create-known-issue.ts'
import { createTicket } from './create-ticket.ts'
import { decideOutreach } from './decide-outreach.ts'
import { discardDraft } from './discard-draft.ts'
import { createOrganisation } from './create-organisation.ts'
import { editFacts } from './edit-facts.ts'
import { editOrganisation } from './edit-organisation.ts'
import { reportOrganisation } from './report-organisation.ts'
import { createView } from './create-view.ts'
import { editEscalation } from './edit-escalation.ts'
import { editImpact } from './edit-impact.ts'
import { editKnownIssue } from './edit-known-issue.ts'
import { editNote } from './edit-note.ts'
import { editPlanStep } from './edit-plan-step.ts'
import { editView } from './edit-view.ts'
import { endKeep } from './end-keep.ts'
import { endPlan } from './end-plan.ts'
import { fetchCustomer } from './fetch-customer.ts'
import { recordCustomer } from './record-customer.ts'
import { reportInvoice } from './report-invoice.ts'
import { reportOrder } from './report-order.ts'
import { editSubscription } from './edit-subscription.ts'
import { flagGap } from './flag-gap.ts'
import { setGap } from './set-gap.ts'
import { liftHold } from './lift-hold.ts'
import { placeHold } from './place-hold.ts'
import { noteSubscription } from './note-subscription.ts'
import { reportSubscription } from './report-subscription.ts'
import { reportProduct } from './report-product.ts'
import { reportProductEvent } from './report-product-event.ts'
import { setProduct } from './set-product.ts'
import { removeRequiredDetails } from './remove-required-details.ts'
import { removeView } from './remove-view.ts'
import { keepPromise } from './keep-promise.ts'
import { learnTriage } from './learn-triage.ts'
import { linkIssue } from './link-issue.ts'
import { link } from './link.ts'
import { mirrorEngineering } from './mirror-engineering.ts'
import { raiseEscalation } from './raise-escalation.ts'
import { recordCause } from './record-cause.ts'
import { recordIssueUpdate } from './record-issue-update.ts'
import { recordDecision } from './record-decision.ts'
import { receive } from './receive.ts'
import { removeNote } from './remove-note.ts'
import { recordBreach } from './record-breach.ts'
import { relabel } from './relabel.ts'
import { releaseLease } from './release-lease.ts'
import { removeContact } from './remove-contact.ts'
import { reply } from './reply.ts'
import { rescheduleFollowUp } from './reschedule-follow-up.ts'
import { reschedulePromise } from './reschedule-promise.ts'
import { sendAgain } from './send-again.ts'
import { settleMessage } from './settle-message.ts'
import { saveDraft } from './save-draft.ts'
import { setCalendar } from './set-calendar.ts'
import { setCapacity } from './set-capacity.ts'
import { setFeedbackState } from './set-feedback-state.ts'
import { setOutreachRule } from './set-outreach-rule.ts'
import { setPlanTemplate } from './set-plan-template.ts'
import { setPolicy } from './set-policy.ts'
import { keepPriority } from './keep-priority.ts'
import { setPriority } from './set-priority.ts'
import { setRestored } from './set-restored.ts'
import { setState } from './set-state.ts'
import { setFields } from './set-fields.ts'
import { setTicketForm } from './set-ticket-form.ts'
import { setSubject } from './set-subject.ts'
import { setScopePolicy } from './set-scope-policy.ts'
import { setUndoWindow } from './set-undo-window.ts'
import { snooze } from './snooze.ts'
import { startImpact } from './start-impact.ts'
import { startPlan } from './start-plan.ts'
import { startReturn } from './start-return.ts'
import { startClocks } from './start-clocks.ts'
import { tag } from './tag.ts'
import { take } from './take.ts'
import { trackMessage } from './track-message.ts'
import { takeLease } from './take-lease.ts'
import { unlinkIssue } from './unlink-issue.ts'
import { unlink } from './unlink.ts'
import { untag } from './untag.ts'
import { updateAsset } from './update-asset.ts'
import { wake } from './wake.ts'
import { giveHandOver } from './give-hand-over.ts'
import { planRecovery } from './plan-recovery.ts'
import { recordClosing } from './record-closing.ts'
import { setTeamRule } from './set-team-rule.ts'
import { takeHandOver } from './take-hand-over.ts'
import { converse } from './converse.ts'
import { takeOver } from './take-over.ts'
import { waiveRelationship } from './waive-relationship.ts'
import { addRecoveryStep } from './add-recovery-step.ts'
import { bookLoyalty } from './book-loyalty.ts'
import { captureNeed } from './capture-need.ts'
import { correctDispute } from './correct-dispute.ts'
import { decideApproval } from './decide-approval.ts'
import { dismissDispute } from './dismiss-dispute.ts'
import { editComplaint } from './edit-complaint.ts'
import { giveGoodwill } from './give-goodwill.ts'
import { moveReturn } from './move-return.ts'
import { openComplaint } from './open-complaint.ts'
import { openDispute } from './open-dispute.ts'
import { setAllowance } from './set-allowance.ts'
import { stepNeed } from './step-need.ts'
import { tickRecoveryStep } from './tick-recovery-step.ts'
import { withdrawGoodwill } from './withdraw-goodwill.ts'
import { removePin } from './remove-pin.ts'
import { removePreference } from './remove-preference.ts'
import { setPin } from './set-pin.ts'
import { setPreference } from './set-preference.ts'
import { setStage } from './set-stage.ts'
import { setVip } from './set-vip.ts'
import { addRelation } from './add-relation.ts'
import { editRelation } from './edit-relation.ts'
import { endRelation } from './end-relation.ts'
import { mergeCustomer } from './merge-customer.ts'
import { removeRelation } from './remove-relation.ts'
import { unmergeCustomer } from './unmerge-customer.ts'
import { consentOpportunity } from './consent-opportunity.ts'
import { editOpportunity } from './edit-opportunity.ts'
import { moveOpportunity } from './move-opportunity.ts'
import { noteOpportunity } from './note-opportunity.ts'
import { opportunitySent } from './opportunity-sent.ts'
import { passOnOpportunity } from './pass-on-opportunity.ts'
import { setNextQuestion } from './set-next-question.ts'
import { makeProposal } from './make-proposal.ts'
import { releaseProposal } from './release-proposal.ts'
import { restTold } from './rest-told.ts'
import { setArticle } from './set-article.ts'
import { setMacro } from './set-macro.ts'
import { sendBackProposal } from './send-back-proposal.ts'
import { surveySent } from './survey-sent.ts'
import { takeBackOpportunity } from './take-back-opportunity.ts'
import { withdrawProposal } from './withdraw-proposal.ts'
import { giveKudos } from './give-kudos.ts'
import { takeBackKudos } from './take-back-kudos.ts'
import { keepStory } from './keep-story.ts'
import { removeStory } from './remove-story.ts'
import { setTrainingList } from './set-training-list.ts'
import { writeCoaching } from './write-coaching.ts'
import { takeBackCoaching } from './take-back-coaching.ts'
import { answerCoaching } from './answer-coaching.ts'
import { keepPractice } from './keep-practice.ts'
import { sharePractice } from './share-practice.ts'
import { beginFirstSteps } from './begin-first-steps.ts'
import { markFirstSteps } from './mark-first-steps.ts'

/** Every way to change anything. Names are part of the protocol. */
export const mutations = {
  [createCustomer.name]: createCustomer,
  [editFacts.name]: editFacts,
  [createTicket.name]: createTicket,
  [reply.name]: reply,
  [receive.name]: receive,
  [addNote.name]: addNote,
  [editNote.name]: editNote,
  [removeNote.name]: removeNote,
  [setState.name]: setState,
  [setRestored.name]: setRestored,
  [setPriority.name]: setPriority,
  [keepPriority.name]: keepPriority,
  [assign.name]: assign,
  [take.name]: take,
  [snooze.name]: snooze,
  [wake.name]: wake,
  [startClocks.name]: startClocks,
  [recordBreach.name]: recordBreach,
  [tag.name]: tag,
  [untag.name]: untag,
  [relabel.name]: relabel,
  [learnTriage.name]: learnTriage,
  [link.name]: link,
  [unlink.name]: unlink,
  [addFollowUp.name]: addFollowUp,
  [completeFollowUp.name]: completeFollowUp,
  [addPromise.name]: addPromise,
  [keepPromise.name]: keepPromise,
  [rescheduleFollowUp.name]: rescheduleFollowUp,
  [reschedulePromise.name]: reschedulePromise,
  [setSubject.name]: setSubject,
  [setFields.name]: setFields,
  [setTicketForm.name]: setTicketForm,
  [linkIssue.name]: linkIssue,
  [unlinkIssue.name]: unlinkIssue,
  [addAsset.name]: addAsset,
  [updateAsset.name]: updateAsset,
  [startReturn.name]: startReturn,
  [setAllowance.name]: setAllowance,
  [moveReturn.name]: moveReturn,
  [decideApproval.name]: decideApproval,
  [openDispute.name]: openDispute,
  [correctDispute.name]: correctDispute,
  [dismissDispute.name]: dismissDispute,
  [giveGoodwill.name]: giveGoodwill,
  [withdrawGoodwill.name]: withdrawGoodwill,
  [bookLoyalty.name]: bookLoyalty,
  [openComplaint.name]: openComplaint,
  [editComplaint.name]: editComplaint,
  [addRecoveryStep.name]: addRecoveryStep,
  [tickRecoveryStep.name]: tickRecoveryStep,
  [captureNeed.name]: captureNeed,
  [stepNeed.name]: stepNeed,
  [addContact.name]: addContact,
  [removeContact.name]: removeContact,
  [setPolicy.name]: setPolicy,
  [setCalendar.name]: setCalendar,
  [setCapacity.name]: setCapacity,
  [setUndoWindow.name]: setUndoWindow,
  [recordDecision.name]: recordDecision,
  [trackMessage.name]: trackMessage,
  [sendAgain.name]: sendAgain,
  [settleMessage.name]: settleMessage,
  [takeLease.name]: takeLease,
  [releaseLease.name]: releaseLease,
  [breakLease.name]: breakLease,
  [saveDraft.name]: saveDraft,
  [discardDraft.name]: discardDraft,
  [createView.name]: createView,
  [editView.name]: editView,
  [removeView.name]: removeView,
  [setScopePolicy.name]: setScopePolicy,
  [fetchCustomer.name]: fetchCustomer,
  [endKeep.name]: endKeep,
  [createKnownIssue.name]: createKnownIssue,
  [editKnownIssue.name]: editKnownIssue,
  [recordIssueUpdate.name]: recordIssueUpdate,
  [raiseEscalation.name]: raiseEscalation,
  [editEscalation.name]: editEscalation,
  [mirrorEngineering.name]: mirrorEngineering,
  [startImpact.name]: startImpact,
  [editImpact.name]: editImpact,
  [recordCause.name]: recordCause,
  [setDiagnosis.name]: setDiagnosis,
  [addAskedTried.name]: addAskedTried,
  [closeAskedTried.name]: closeAskedTried,
  [removeAskedTried.name]: removeAskedTried,
  [setGuide.name]: setGuide,
  [startGuideRun.name]: startGuideRun,
  [answerGuideRun.name]: answerGuideRun,
  [endGuideRun.name]: endGuideRun,
  [startRemote.name]: startRemote,
  [endRemote.name]: endRemote,
  [setRequiredDetails.name]: setRequiredDetails,
  [removeRequiredDetails.name]: removeRequiredDetails,
  [reportProductEvent.name]: reportProductEvent,
  [setProduct.name]: setProduct,
  [reportProduct.name]: reportProduct,
  [reportOrder.name]: reportOrder,
  [reportInvoice.name]: reportInvoice,
  [recordCustomer.name]: recordCustomer,
  [reportSubscription.name]: reportSubscription,
  [noteSubscription.name]: noteSubscription,
  [editSubscription.name]: editSubscription,
  [createOrganisation.name]: createOrganisation,
  [editOrganisation.name]: editOrganisation,
  [reportOrganisation.name]: reportOrganisation,
  [flagGap.name]: flagGap,
  [setGap.name]: setGap,
  [placeHold.name]: placeHold,
  [liftHold.name]: liftHold,
  [setPlanTemplate.name]: setPlanTemplate,
  [startPlan.name]: startPlan,
  [endPlan.name]: endPlan,
  [closePlanStep.name]: closePlanStep,
  [editPlanStep.name]: editPlanStep,
  [setOutreachRule.name]: setOutreachRule,
  [decideOutreach.name]: decideOutreach,
  [askSurvey.name]: askSurvey,
  [answerSurvey.name]: answerSurvey,
  [addFeedback.name]: addFeedback,
  [answerPublicPost.name]: answerPublicPost,
  [reportPublicPost.name]: reportPublicPost,
  [reportExperience.name]: reportExperience,
  [takeBackExperience.name]: takeBackExperience,
  [holdPublicPost.name]: holdPublicPost,
  [placePublicPost.name]: placePublicPost,
  [releasePublicPost.name]: releasePublicPost,
  [setPostAside.name]: setPostAside,
  [setFeedbackState.name]: setFeedbackState,
  [waiveRelationship.name]: waiveRelationship,
  [recordClosing.name]: recordClosing,
  [planRecovery.name]: planRecovery,
  [giveHandOver.name]: giveHandOver,
  [takeHandOver.name]: takeHandOver,
  [converse.name]: converse,
  [takeOver.name]: takeOver,
  [setTeamRule.name]: setTeamRule,
  [setPreference.name]: setPreference,
  [removePreference.name]: removePreference,
  [setPin.name]: setPin,
  [removePin.name]: removePin,
  [setVip.name]: setVip,
  [setStage.name]: setStage,
  [mergeCustomer.name]: mergeCustomer,
  [unmergeCustomer.name]: unmergeCustomer,
  [addRelation.name]: addRelation,
  [editRelation.name]: editRelation,
  [endRelation.name]: endRelation,
  [removeRelation.name]: removeRelation,
  [noteOpportunity.name]: noteOpportunity,
  [editOpportunity.name]: editOpportunity,
  [consentOpportunity.name]: consentOpportunity,
  [passOnOpportunity.name]: passOnOpportunity,
  [takeBackOpportunity.name]: takeBackOpportunity,
  [moveOpportunity.name]: moveOpportunity,
  [opportunitySent.name]: opportunitySent,
  [setNextQuestion.name]: setNextQuestion,
  [surveySent.name]: surveySent,
  [restTold.name]: restTold,
  [makeProposal.name]: makeProposal,
  [withdrawProposal.name]: withdrawProposal,
  [releaseProposal.name]: releaseProposal,
  [sendBackProposal.name]: sendBackProposal,
  [giveKudos.name]: giveKudos,
  [takeBackKudos.name]: takeBackKudos,
  [keepStory.name]: keepStory,
  [removeStory.name]: removeStory,
  [setTrainingList.name]: setTrainingList,
  [writeCoaching.name]: writeCoaching,
  [takeBackCoaching.name]: takeBackCoaching,
  [answerCoaching.name]: answerCoaching,
  [keepPractice.name]: keepPractice,
  [sharePractice.name]: sharePractice,
  [beginFirstSteps.name]: beginFirstSteps,
  [markFirstSteps.name]: markFirstSteps,
  [setArticle.name]: setArticle,
  [setMacro.name]: setMacro,
} as const

export type Mutations = typeof mutations
export type MutationName = keyof Mutations
export type MutationArgs<Name extends MutationName> = z.infer<Mutations[Name]['args']>
/** What a caller writes: fields with defaults may be left out. */
export type MutationInput<Name extends MutationName> = z.input<Mutations[Name]['args']>

export const mutationNames = Object.keys(mutations) as readonly MutationName[]
export const isMutationName = (name: unknown): name is MutationName =>
  typeof name === 'string' && Object.hasOwn(mutations, name)
export const mutationByName = (name: MutationName): AnyMutation =>
  // The registry is the one place where a mutation's own types are forgotten: args and rows reach it parsed and loaded.
  mutations[name] as unknown as AnyMutation
