import { IconListCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { progressOf } from '../../../shared/rules/guides/run-guide.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { showColumn, showPane } from '../../stores/ui-store.ts'
import classes from './closing.module.css'

const SHOWN_LEFT = 3

/** Guides, playbooks and checklists that are still at work on a ticket that was closed, with what is left of them. */
export function UnfinishedGuides({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation()
  const runs = useLiveValue('guides.ofTicket', { ticketId })?.runs ?? []
  return (
    runs
      .filter(({ state }) => state === 'running')
      .map(run => ({ run, left: run.guide === null ? null : progressOf(run.guide, run).needed }))
      // What is only left of it may be left.
      .filter(({ left }) => left?.length !== 0)
      .map(({ run, left: known }) => {
        const left = known ?? []
        const more = left.length > SHOWN_LEFT ? ' …' : ''
        return (
          <p key={run.id} className={classes['warn']}>
            <IconListCheck aria-hidden />
            <span dir="auto">
              {t('guides.unfinished', {
                title: run.title,
                left: `${left.slice(0, SHOWN_LEFT).join(', ')}${more}`,
              })}
            </span>
            <SmallButton
              onClick={() => {
                showPane('support')
                showColumn('customer')
              }}
            >
              {t('guides.show')}
            </SmallButton>
          </p>
        )
      })
  )
}
