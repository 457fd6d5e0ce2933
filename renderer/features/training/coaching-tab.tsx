import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { runCommand } from '../../commands/command-table.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import { CoachingWords } from './coaching-note.tsx'
import classes from './training.module.css'

/** Every word to and from this agent, the newest first. Nobody else has any of them. */
export function CoachingTab() {
  const { t } = useTranslation()
  const found = useLiveQuery('coaching.list', { ticketId: null })
  const isSupervisor = maySupervise(useAgent()?.role ?? 'agent')
  return (
    <>
      <div className={classes['bar']}>
        <p className={classes['lead']}>{t('training.coaching.how')}</p>
        {isSupervisor && (
          <Button onClick={() => runCommand('coaching.write')}>{t('training.coaching.write')}</Button>
        )}
      </div>
      {found.state === 'loading' && <Skeleton rows={4} />}
      {found.state === 'failed' && <LoadFailed error={found.error} onRetry={found.reload} />}
      {found.state === 'ready' && found.value.length === 0 && (
        <EmptyState>{t('training.coaching.none')}</EmptyState>
      )}
      {found.state === 'ready' && (
        <ul className={classes['list']} aria-label={t('training.tab.coaching')}>
          {found.value.map(note => {
            const { ticketId } = note
            const open = (id: string): void => {
              closeDialog()
              openTicketInTab(id)
            }
            return (
              <li key={note.id} className={classes['entry']}>
                <div>
                  <CoachingWords note={note} />
                </div>
                <span className={classes['aside']}>
                  <LineMenu
                    what={note.words.slice(0, 40)}
                    actions={[
                      ticketId === null
                        ? null
                        : { label: t('training.kudos.openTicket'), run: () => open(ticketId) },
                    ]}
                  />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
