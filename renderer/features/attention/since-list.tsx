import { useTranslation } from 'react-i18next'
import type { SinceMessage } from '../../../shared/contract/sync.ts'
import { Moment } from '../../components/time-text.tsx'
import classes from './attention.module.css'

/** What was said since the agent looked, above the words that were held because of it. */
export function SinceList({ since }: { readonly since: readonly SinceMessage[] }) {
  const { t } = useTranslation()
  if (since.length === 0) return null
  return (
    <section aria-label={t('attention.since', { count: since.length })} className={classes['since']}>
      <h3>{t('attention.since', { count: since.length })}</h3>
      {since.map(({ id, authorName, isFromCustomer, isNote, atMs, text, isCut }) => (
        <article key={id} data-note={isNote || undefined}>
          <p className={classes['who']}>
            <strong dir="auto">
              {authorName?.trim() || t(isFromCustomer ? 'customer.unnamed' : 'ticket.colleague')}
            </strong>{' '}
            {isNote && <span className={classes['noteMark']}>{t('ticket.internalNote')}</span>}{' '}
            <Moment atMs={atMs} />
          </p>
          <p className={classes['said']} dir="auto">
            {text}
            {isCut && ' …'}
          </p>
        </article>
      ))}
    </section>
  )
}
