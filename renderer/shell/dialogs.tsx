import { AttentionDialog } from '../features/attention/attention-dialog.tsx'
import { WaiveDialog } from '../features/closing/waive-dialog.tsx'
import { KeySheet } from '../features/commands/key-sheet.tsx'
import { Palette } from '../features/commands/palette.tsx'
import { DutiesDialog } from '../features/duties/duties-dialog.tsx'
import { FeedbackDialog } from '../features/feedback/feedback-dialog.tsx'
import { HandOverDialog } from '../features/handover/hand-over-dialog.tsx'
import { BulkResultDialog } from '../features/inbox/bulk-result-dialog.tsx'
import { BulkTagsDialog } from '../features/inbox/bulk-tags-dialog.tsx'
import { CauseDialog } from '../features/incidents/cause-dialog.tsx'
import { EscalateDialog } from '../features/incidents/escalate-dialog.tsx'
import { ImpactDialog } from '../features/incidents/impact-dialog.tsx'
import { OutagesDialog } from '../features/incidents/outages-dialog.tsx'
import { RecurrenceDialog } from '../features/incidents/recurrence-dialog.tsx'
import { IssuesDialog } from '../features/issues/issues-dialog.tsx'
import { LedgerDialog } from '../features/ledger/ledger-dialog.tsx'
import { MacroDialog } from '../features/macros/macro-dialog.tsx'
import { PortraitDialogs } from '../features/portrait/portrait-dialogs.tsx'
import { DigestDialog } from '../features/product-feedback/digest-dialog.tsx'
import { ReaderDialog } from '../features/knowledge/reader-dialog.tsx'
import { NewCustomerDialog } from '../features/new-ticket/new-customer-dialog.tsx'
import { NewTicketDialog } from '../features/new-ticket/new-ticket-dialog.tsx'
import { HealthDialog } from '../features/offline/health-dialog.tsx'
import { LeaseDialog } from '../features/offline/lease-dialog.tsx'
import { OfflineDialog } from '../features/offline/offline-dialog.tsx'
import { AtRiskDialog } from '../features/at-risk/at-risk-dialog.tsx'
import { OpportunitiesDialog } from '../features/opportunities/opportunities-dialog.tsx'
import { OpportunityEditDialog } from '../features/opportunities/opportunity-edit-dialog.tsx'
import { OpportunityDialog } from '../features/opportunities/opportunity-dialog.tsx'
import { ReportExperienceDialog } from '../features/experience/report-dialog.tsx'
import { UnplacedDialog } from '../features/public-posts/unplaced-dialog.tsx'
import { OutreachDialog } from '../features/outreach/outreach-dialog.tsx'
import { MergeDialog } from '../features/people/merge-dialog.tsx'
import { OrganisationDialog } from '../features/people/organisation-dialog.tsx'
import { RelationDialog } from '../features/people/relation-dialog.tsx'
import { StartPlanDialog } from '../features/plans/start-plan-dialog.tsx'
import { CaseDialogs } from '../features/service-pane/cases/case-dialogs.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'
import { ElsewhereDialog } from '../features/sign-in/elsewhere-dialog.tsx'
import { ProxyDialog } from '../features/sign-in/proxy-dialog.tsx'
import { QuitDialog } from '../features/sign-in/quit-dialog.tsx'
import { SignInAgain } from '../features/sign-in/sign-in-again.tsx'
import { SignOut } from '../features/sign-in/sign-out.tsx'
import { SwitchDialog } from '../features/sign-in/switch-dialog.tsx'
import { SurveyAnswerDialog } from '../features/surveys/survey-answer-dialog.tsx'
import { CoachingDialog } from '../features/training/coaching-dialog.tsx'
import { StoryDialog } from '../features/training/story-dialog.tsx'
import { ThanksDialog } from '../features/training/thanks-dialog.tsx'
import { TrainingDialog } from '../features/training/training-dialog.tsx'
import { LinkDialog } from '../features/ticket/link-dialog.tsx'
import { SnoozeDialog } from '../features/ticket/snooze-dialog.tsx'
import { ArrangeDialog } from '../features/views/arrange-dialog.tsx'
import { ViewDialog } from '../features/views/view-dialog.tsx'
import { WhyDialog } from '../features/why/why-dialog.tsx'

/** Everything that opens over the window, one at a time. */
export function Dialogs() {
  return (
    <>
      <Palette />
      <KeySheet />
      <ReaderDialog />
      <NewTicketDialog />
      <NewCustomerDialog />
      <AttentionDialog />
      <LedgerDialog />
      <IssuesDialog />
      <EscalateDialog />
      <ImpactDialog />
      <CauseDialog />
      <OutagesDialog />
      <RecurrenceDialog />
      <DigestDialog />
      <SettingsDialog />
      <SnoozeDialog />
      <LinkDialog />
      <LeaseDialog />
      <OfflineDialog />
      <HealthDialog />
      <MacroDialog />
      <ViewDialog />
      <ArrangeDialog />
      <BulkTagsDialog />
      <BulkResultDialog />
      <SignInAgain />
      <SignOut />
      <SwitchDialog />
      <ElsewhereDialog />
      <ProxyDialog />
      <QuitDialog />
      <WhyDialog />
      <DutiesDialog />
      <OutreachDialog />
      <UnplacedDialog />
      <ReportExperienceDialog />
      <StartPlanDialog />
      <SurveyAnswerDialog />
      <FeedbackDialog />
      <OpportunityDialog />
      <OpportunityEditDialog />
      <AtRiskDialog />
      <OpportunitiesDialog />
      <WaiveDialog />
      <HandOverDialog />
      <CaseDialogs />
      <PortraitDialogs />
      <MergeDialog />
      <RelationDialog />
      <OrganisationDialog />
      <TrainingDialog />
      <ThanksDialog />
      <StoryDialog />
      <CoachingDialog />
    </>
  )
}
