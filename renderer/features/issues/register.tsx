import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueLine } from '../../../shared/contract/incidents.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { beginWriting, pickIssue, useIssues } from '../../stores/issue-store.ts'
import { IssuePane } from './issue-pane.tsx'
import classes from './issues.module.css'
import { NewIssue } from './new-issue.tsx'

/** Issues at the left, the one in front at the right. Arrow keys walk the list from the search box. */
export function Register() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const found = useLiveQuery('knownIssues.list', { text })
  const chosen = useIssues(state => state.issueId)
  const writing = useIssues(state => state.writing)
  const lines = found.state === 'ready' ? found.value : []
  const front =
    lines.find(({ issue }) => issue.id === chosen)?.issue.id ?? chosen ?? lines[0]?.issue.id ?? null
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const at = lines.findIndex(({ issue }) => issue.id === front)
    const next = lines[at + step]
    if (step === 0 || !next) return
    event.preventDefault()
    pickIssue(next.issue.id)
  }
  return (
    <div className={classes['register']}>
      <div className={classes['side']}>
        <TextInput
          data-autofocus
          aria-label={t('knownIssues.find')}
          placeholder={t('knownIssues.find')}
          leftSection={<IconSearch size={15} />}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {found.state === 'loading' && <Skeleton rows={6} />}
        {found.state === 'failed' && <LoadFailed error={found.error} onRetry={found.reload} />}
        {found.state === 'ready' && lines.length === 0 && front !== null && (
          <p className={classes['hint']} role="status">
            {t('knownIssues.noneFound')}
          </p>
        )}
        {found.state === 'ready' && (
          <ul className={classes['list']} aria-label={t('knownIssues.title')}>
            {lines.map(line => (
              <Entry key={line.issue.id} line={line} isFront={writing === null && line.issue.id === front} />
            ))}
          </ul>
        )}
        <Button variant="default" leftSection={<IconPlus size={14} />} onClick={beginWriting}>
          {t('knownIssues.new')}
        </Button>
      </div>
      <div className={classes['front']}>
        {writing !== null && <NewIssue ticketId={writing.ticketId} />}
        {writing === null && front !== null && <IssuePane key={front} issueId={front} />}
        {writing === null && front === null && found.state === 'ready' && (
          <EmptyState>{t(text === '' ? 'knownIssues.none' : 'knownIssues.noneFound')}</EmptyState>
        )}
      </div>
    </div>
  )
}

function Entry({ line, isFront }: { readonly line: IssueLine; readonly isFront: boolean }) {
  const { t } = useTranslation()
  const { issue, productName } = line
  const waiting = line.everywhere?.openTickets ?? line.openTickets
  const state = dynamicText(`issueState.${issue.state}`) ?? issue.state
  return (
    <li>
      <button type="button" aria-current={isFront || undefined} onClick={() => pickIssue(issue.id)}>
        <span className={classes['entryTitle']} dir="auto">
          <strong>{issue.code}</strong> {issue.title}
        </span>
        <span className={classes['entryFacts']} dir="auto">
          {[productName, state].filter(Boolean).join(' · ')}
        </span>
        {waiting > 0 && (
          <span className={classes['count']} aria-label={t('knownIssues.openTickets', { count: waiting })}>
            {waiting}
          </span>
        )}
      </button>
    </li>
  )
}
