import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueDetail, IssueTicket } from '../../../shared/contract/incidents.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { tellAll } from '../../data/tell-all.ts'
import type { Words } from '../../data/tell-all.ts'
import { useUndoSeconds } from '../../data/undo-choice.ts'
import { count, languageName } from '../../lib/format.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from './issues.module.css'
import { WordsInLanguages } from './words-in-languages.tsx'

/**
 * One update to everybody who waits: written once, a reply in each ticket, under the guards of any reply. The hub writes
 * to those this laptop does not hold.
 */
export function TellAll({ detail }: { readonly detail: IssueDetail }) {
  const { t } = useTranslation()
  const { issue } = detail
  const open = detail.list.filter(({ isOpen }) => isOpen)
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(open.filter(({ isToldElsewhere }) => isToldElsewhere).map(({ ticketId }) => ticketId)),
  )
  const [isRestMeant, setRestMeant] = useState(true)
  const [words, setWords] = useState<Words>({ body: '', variants: [] })
  const holdMs = useUndoSeconds('email') * 1_000
  const elsewhere = Math.max(0, (detail.everywhere?.openTickets ?? 0) - detail.openTickets)
  if (open.length === 0 && elsewhere === 0) return <EmptyState>{t('knownIssues.nobodyWaits')}</EmptyState>
  const ticketIds = open.map(({ ticketId }) => ticketId).filter(id => !left.has(id))
  const variants = words.variants.filter(({ body }) => body.trim() !== '')
  const byHub = isRestMeant ? elsewhere : 0
  const isReady = words.body.trim() !== '' && ticketIds.length + byHub > 0
  const send = (): void => {
    closeDialog()
    const { id: issueId, code } = issue
    const heldCustomerIds = isRestMeant ? [...new Set(open.map(({ customerId }) => customerId))] : null
    void tellAll({ issueId, code, ticketIds, heldCustomerIds, holdMs, body: words.body.trim(), variants })
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) send()
      }}
    >
      <WordsInLanguages
        label={t('knownIssues.update')}
        words={words}
        onChange={setWords}
        languages={open.map(({ language }) => language)}
        isForOthers={byHub > 0}
      />
      {open.length > 0 && <Receivers tickets={open} left={left} onChange={setLeft} />}
      {elsewhere > 0 && <Rest tickets={elsewhere} isMeant={isRestMeant} onChange={setRestMeant} />}
      <p className={classes['hint']}>{t('knownIssues.guards')}</p>
      <Group justify="flex-end">
        <Button type="submit" disabled={!isReady}>
          {t('knownIssues.send', { count: ticketIds.length + byHub })}
        </Button>
      </Group>
    </form>
  )
}

type RestProps = {
  /** Open tickets this laptop does not hold, as the hub counts. */
  readonly tickets: number
  readonly isMeant: boolean
  readonly onChange: (isMeant: boolean) => void
}

/** Those beyond this laptop: the hub writes to them, and says how many it was. */
function Rest({ tickets, isMeant, onChange }: RestProps) {
  const { t } = useTranslation()
  return (
    <Checkbox
      checked={isMeant}
      onChange={event => onChange(event.currentTarget.checked)}
      label={t('issueCounts.tellRest', { count: tickets, shown: count(tickets) })}
      description={t('issueCounts.tellRestHow')}
    />
  )
}

type ReceiversProps = {
  readonly tickets: readonly IssueTicket[]
  /** Left out by hand. */
  readonly left: ReadonlySet<string>
  readonly onChange: (left: ReadonlySet<string>) => void
}

function Receivers({ tickets, left, onChange }: ReceiversProps) {
  const { t } = useTranslation()
  const toggle = (ticketId: string, isIn: boolean): void => {
    const next = new Set(left)
    if (isIn) next.delete(ticketId)
    else next.add(ticketId)
    onChange(next)
  }
  return (
    <fieldset className={classes['receivers']}>
      <legend>{t('knownIssues.goesTo')}</legend>
      {tickets.map(({ ticketId, number, customerName, subject, language, isToldElsewhere }) => (
        <Checkbox
          key={ticketId}
          checked={!left.has(ticketId)}
          onChange={event => toggle(ticketId, event.currentTarget.checked)}
          label={
            <span dir="auto">
              {number === null ? t('ticket.new') : `#${number}`} {customerName || t('customer.unnamed')}
              <small>
                {[
                  subject,
                  language && languageName(language),
                  isToldElsewhere && t('knownIssues.toldElsewhere'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          }
        />
      ))}
    </fieldset>
  )
}
