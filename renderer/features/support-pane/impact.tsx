import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { Chip } from '../../components/chip.tsx'
import { Line, Section } from '../../components/section.tsx'
import { useNow } from '../../lib/clock.ts'
import { moment, span } from '../../lib/format.ts'

/** What does not work for them now, and for how long. */
export function Impact({ card }: { readonly card: CustomerCard }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const down = card.support.assets.filter(({ downSinceMs }) => downSinceMs !== null)
  if (down.length === 0) return null
  return (
    <Section title={t('support.impact')} detail={down.length > 1 ? down.length : undefined}>
      <ul>
        {down.map(asset => (
          <Line
            key={asset.id}
            title={t('support.downSince', { time: moment(asset.downSinceMs ?? nowMs, nowMs) })}
            detail={asset.name}
            aside={<Chip tone="bad">{span(nowMs - (asset.downSinceMs ?? nowMs))}</Chip>}
          />
        ))}
      </ul>
    </Section>
  )
}
