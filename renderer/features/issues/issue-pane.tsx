import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IssueDetail } from '../../../shared/contract/incidents.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { runBulk } from '../../data/run-bulk.ts'
import { describeAction } from '../../lib/describe-action.ts'
import { endLinking, showPart, useIssues } from '../../stores/issue-store.ts'
import type { IssuePart } from '../../stores/issue-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { AboutIssue } from './about-issue.tsx'
import { HowMany } from './how-many.tsx'
import classes from './issues.module.css'
import { IssueTickets } from './issue-tickets.tsx'
import { ReachOut } from './reach-out.tsx'
import { TellAll } from './tell-all.tsx'

/** One known issue: what it is, who has it, one word to all of them, and who could have it next. */
export function IssuePane({ issueId }: { readonly issueId: string }) {
  const { t } = useTranslation()
  const found = useLiveQuery('knownIssues.detail', { issueId })
  if (found.state === 'loading') return <Skeleton rows={6} />
  if (found.state === 'failed') return <LoadFailed error={found.error} onRetry={found.reload} />
  if (found.value === null) return <EmptyState>{t('knowledge.notHere')}</EmptyState>
  return <Found detail={found.value} />
}

function Found({ detail }: { readonly detail: IssueDetail }) {
  const { t } = useTranslation()
  const part = useIssues(state => state.part)
  const linking = useIssues(state => state.linking)
  const { issue } = detail
  const tickets = detail.everywhere?.tickets ?? detail.tickets
  const openTickets = detail.everywhere?.openTickets ?? detail.openTickets
  return (
    <>
      <header className={classes['head']}>
        <h3 dir="auto">
          {issue.code} {issue.title}
        </h3>
        {linking.length > 0 && <LinkMany issueId={issue.id} ticketIds={linking} />}
      </header>
      <SegmentedControl<IssuePart>
        aria-label={t('knownIssues.parts')}
        value={part}
        onChange={showPart}
        data={[
          { value: 'about', label: t('knownIssues.about') },
          { value: 'tickets', label: t('knownIssues.tickets', { count: tickets }) },
          { value: 'tell', label: t('knownIssues.tell', { count: openTickets }) },
          { value: 'reach', label: t('knownIssues.reach') },
        ]}
      />
      <HowMany line={detail} />
      <div className={classes['part']}>
        {part === 'about' && <AboutIssue detail={detail} />}
        {part === 'tickets' && <IssueTickets detail={detail} />}
        {part === 'tell' && <TellAll detail={detail} />}
        {part === 'reach' && <ReachOut detail={detail} />}
      </div>
    </>
  )
}

function LinkMany({
  issueId,
  ticketIds,
}: {
  readonly issueId: string
  readonly ticketIds: readonly string[]
}) {
  const { t } = useTranslation()
  const link = (): void => {
    const action = { type: 'linkIssue' as const, issueId }
    endLinking()
    closeDialog()
    void runBulk({ ticketIds, actions: [action], description: describeAction(action) })
  }
  return <Button onClick={link}>{t('knownIssues.linkThese', { count: ticketIds.length })}</Button>
}
