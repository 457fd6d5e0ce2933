import { Button, Checkbox, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IssueDetail, IssueTicket } from '../../../shared/contract/incidents.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ManyQuestion } from '../../components/many-question.tsx'
import { PersonalQuestion } from '../../components/personal-question.tsx'
import { count, languageName } from '../../lib/format.ts'
import classes from './issues.module.css'
import { useTelling } from './use-telling.ts'
import { WordsInLanguages } from './words-in-languages.tsx'

/**
 * One update to everybody who waits: written once, a reply in each ticket, under the guards of any reply. The hub writes
 * to those this laptop does not hold.
 */
export function TellAll({ detail }: { readonly detail: IssueDetail }) {
  const { t } = useTranslation()
  const telling = useTelling(detail)
  const { open, elsewhere, byHub, words, left, rest, check, letters, meant, isReady } = telling
  if (open.length === 0 && elsewhere === 0) return <EmptyState>{t('knownIssues.nobodyWaits')}</EmptyState>
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void telling.send()
      }}
    >
      <WordsInLanguages
        label={t('knownIssues.update')}
        words={words}
        onChange={telling.write}
        check={check}
        languages={open.map(({ language }) => language)}
        isForOthers={byHub > 0}
      />
      {open.length > 0 && <Receivers tickets={open} left={left} onChange={telling.leave} />}
      {elsewhere > 0 && <Rest tickets={elsewhere} {...rest} />}
      <p className={classes['hint']}>{t('knownIssues.guards')}</p>
      <PersonalQuestion
        asked={check.asked}
        onTakeOut={() => check.takeOut()}
        onSend={() => void telling.send()}
      />
      {letters.found.length > 0 && (
        <ManyQuestion found={letters.found} onLeaveOut={telling.leaveOut} onSend={telling.sendAll} />
      )}
      <Group justify="flex-end">
        <Button type="submit" loading={letters.isLooking} disabled={!isReady}>
          {t('knownIssues.send', { count: meant.length + byHub })}
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
