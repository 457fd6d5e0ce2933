import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { Chip } from '../../components/chip.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { currentTicket } from '../../data/current-ticket.ts'
import { linkIssue } from '../../data/customer-intents.ts'
import { insertWords } from '../../data/insert-words.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import classes from './knowledge.module.css'

type IssueReaderProps = { readonly issueId: string; readonly onClose: () => void }

/** A known issue as support needs it: how it shows, whom it hits, what helps meanwhile. */
export function IssueReader({ issueId, onClose }: IssueReaderProps) {
  const { t } = useTranslation()
  const found = useLiveQuery('knownIssues.get', { issueId })
  if (found.state === 'loading') return <Skeleton rows={6} />
  if (found.state === 'failed') return <LoadFailed error={found.error} onRetry={found.reload} />
  if (found.value === null) return <EmptyState>{t('knowledge.notHere')}</EmptyState>
  return <Issue known={found.value} onClose={onClose} />
}

type Known = NonNullable<Output<'knownIssues.get'>>

function Issue({ known, onClose }: { readonly known: Known; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { issue, productName, tickets } = known
  const ticket = currentTicket()
  const { workaround } = issue
  const facts = [
    productName,
    issue.affectedVersions.length === 0
      ? null
      : t('knowledge.affects', { versions: issue.affectedVersions.join(', ') }),
    ...issue.errorCodes,
    issue.fixedInVersion === null ? null : t('support.fixedIn', { version: issue.fixedInVersion }),
  ].filter(fact => fact !== null)
  return (
    <>
      <div className={classes['facts']}>
        <Chip tone="support">{dynamicText(`issueState.${issue.state}`) ?? issue.state}</Chip>
        {facts.map(fact => (
          <Chip key={fact}>{fact}</Chip>
        ))}
        <span>{t('knowledge.tickets', { count: tickets })}</span>
      </div>
      <h3 className={classes['part']}>{t('knowledge.symptoms')}</h3>
      <p className={classes['text']} dir="auto">
        {issue.symptoms}
      </p>
      <h3 className={classes['part']}>{t('support.workaround')}</h3>
      <p className={classes['text']} dir="auto">
        {workaround ?? t('knowledge.noWorkaround')}
      </p>
      <Group justify="flex-end" mt={16}>
        <Button
          variant="default"
          disabled={ticket === null}
          onClick={() => {
            if (ticket) void linkIssue(ticket.view.ticket.id, issue.id)
            onClose()
          }}
        >
          {t('support.linkIssue')}
        </Button>
        {workaround !== null && (
          <Button
            disabled={ticket === null}
            onClick={() => {
              onClose()
              insertWords(workaround)
            }}
          >
            {t('support.insertWorkaround')}
          </Button>
        )}
      </Group>
    </>
  )
}
