import { useTranslation } from 'react-i18next'
import { Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { takeHandOver } from '../../data/between-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import classes from './handover.module.css'

type HandOverNotesProps = { readonly ticketId: string | null; readonly kind: 'service' | 'support' }

/** What a colleague says who handed the ticket to this pane, until somebody here has read it. */
export function HandOverNotes({ ticketId, kind }: HandOverNotesProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const view = useLiveValue('tickets.handOver', ticketId === null ? null : { ticketId })
  const waiting = view?.waiting.filter(({ toKind }) => toKind === kind) ?? []
  if (waiting.length === 0) return null
  return (
    <Section title={t('between.handedOver')}>
      {waiting.map(({ id, note, byName, atMs, isQuestion }) => {
        const who = byName === null ? t('ticket.colleague') : shortName(byName)
        return (
          <div key={id} className={classes['note']}>
            <p>
              <strong>{t(isQuestion ? 'between.asks' : 'between.handsOver', { who })}</strong>{' '}
              <small>{moment(atMs, nowMs)}</small>
            </p>
            {note !== '' && (
              <p className={classes['words']} dir="auto">
                {note}
              </p>
            )}
            <SmallButton onClick={() => void takeHandOver(id)}>{t('between.read')}</SmallButton>
          </div>
        )
      })}
    </Section>
  )
}
