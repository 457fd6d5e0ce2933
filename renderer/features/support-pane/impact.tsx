import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { SupportRecord } from '../../../shared/contract/incidents.ts'
import { isRunning } from '../../../shared/rules/impact/impact-times.ts'
import { timeToRestore } from '../../../shared/rules/impact/uptime.ts'
import { Chip } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { reopenImpact, resolveImpact, restoreImpact } from '../../data/incident-intents.ts'
import { useIsGuest } from '../../data/guest.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment, span, uptimeShare } from '../../lib/format.ts'
import { outageSince } from '../../lib/outage-text.ts'
import { openOutages } from '../../stores/outage-store.ts'
import classes from './support-pane.module.css'

type Shown = SupportRecord['impacts'][number]
type ImpactProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** Ended longer ago is history: the uptime tells of it. */
const RECENT_MS = 2 * 86_400_000

/** What does not work for them, for how long, and how much of the last weeks they could work. */
export function Impact({ card, ticketId }: ImpactProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const isGuest = useIsGuest()
  const record = useLiveValue('support.record', { customerId: card.customer.id, ticketId })
  const impacts = (record?.impacts ?? []).filter(
    impact => isRunning(impact) || nowMs - (impact.restoredAtMs ?? 0) < RECENT_MS,
  )
  const covered = new Set(impacts.map(({ assetId }) => assetId))
  // Said of the thing itself, before anybody kept a clock for it.
  const down = card.support.assets.filter(({ id, downSinceMs }) => downSinceMs !== null && !covered.has(id))
  if (down.length + impacts.length === 0) return null
  const running = down.length + impacts.filter(isRunning).length
  return (
    <Section title={t('support.impact')} detail={running > 1 ? running : undefined}>
      <ul>
        {down.map(asset => (
          <Line
            key={asset.id}
            title={t('support.downSince', { time: moment(asset.downSinceMs ?? nowMs, nowMs) })}
            detail={asset.name}
            aside={<Chip tone="bad">{span(nowMs - (asset.downSinceMs ?? nowMs))}</Chip>}
          />
        ))}
        {impacts.map(impact => (
          <Outage key={impact.id} impact={impact} nowMs={nowMs} />
        ))}
      </ul>
      {record?.uptime && !isGuest && <Uptime uptime={record.uptime} impacts={record.impacts} />}
    </Section>
  )
}

type UptimeProps = {
  readonly uptime: NonNullable<SupportRecord['uptime']>
  readonly impacts: readonly Shown[]
}

/** How much of the last weeks they could work, and how long it takes to get them going again. */
function Uptime({ uptime, impacts }: UptimeProps) {
  const { t } = useTranslation()
  const restoreMs = timeToRestore(impacts)
  const shares = t('impact.uptime', {
    days30: uptimeShare(uptime.days30.share),
    days90: uptimeShare(uptime.days90.share),
  })
  const restored = restoreMs === null ? null : t('impact.timeToRestore', { span: span(restoreMs) })
  return (
    <p className={classes['uptime']}>
      <button type="button" onClick={() => openOutages()}>
        {[shares, restored].filter(Boolean).join(' · ')}
      </button>
    </p>
  )
}

function Outage({ impact, nowMs }: { readonly impact: Shown; readonly nowMs: number }) {
  const { t } = useTranslation()
  const { scope, downSinceMs, restoredAtMs, resolvedAtMs, assetName } = impact
  const name = assetName ?? t('impact.everything')
  const ended = [
    restoredAtMs === null ? null : t('impact.restoredAt', { time: moment(restoredAtMs, nowMs) }),
    resolvedAtMs === null ? null : t('impact.resolved'),
  ]
  return (
    <Line
      title={outageSince(impact, nowMs)}
      detail={[name, ...ended].filter(Boolean).join(' · ')}
      aside={
        <Chip tone={restoredAtMs !== null ? 'good' : scope === 'down' ? 'bad' : 'warning'}>
          {span((restoredAtMs ?? nowMs) - downSinceMs)}
        </Chip>
      }
      quiet={
        <LineMenu
          isOfColleagues
          what={name}
          actions={[
            restoredAtMs === null
              ? { label: t('support.worksAgain'), run: () => void restoreImpact(impact) }
              : { label: t('impact.notRestored'), run: () => void reopenImpact(impact) },
            resolvedAtMs === null
              ? { label: t('impact.resolve'), run: () => void resolveImpact(impact) }
              : null,
            { label: t('outages.correct'), run: () => openOutages(impact.id) },
          ]}
        />
      }
    />
  )
}
