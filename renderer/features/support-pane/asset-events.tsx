import { useTranslation } from 'react-i18next'
import type { AssetEventLine } from '../../../shared/contract/incidents.ts'
import { useNow } from '../../lib/clock.ts'
import { count, moment } from '../../lib/format.ts'
import { productEventName } from '../../lib/product-event-name.ts'
import classes from './support-pane.module.css'

/** More says less: the timeline has the rest. */
const SHOWN = 2

/** What a thing said of itself lately: how often, and when last. */
export function AssetEvents({ events }: { readonly events: readonly AssetEventLine[] }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  if (events.length === 0) return null
  return (
    <li className={classes['events']}>
      {events.slice(0, SHOWN).map(({ event, detail, times, lastAtMs }) => (
        <span key={event} dir="auto">
          {[
            [productEventName(event), detail].filter(Boolean).join(' '),
            times > 1 ? t('productEvents.times', { count: times, shown: count(times) }) : null,
            moment(lastAtMs, nowMs),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ))}
      {events.length > SHOWN && <span>{t('productEvents.more', { count: events.length - SHOWN })}</span>}
    </li>
  )
}
