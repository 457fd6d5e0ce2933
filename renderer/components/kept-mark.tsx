import { IconCloudDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHubNow } from '../data/hub-now.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { fullMoment, moment } from '../lib/format.ts'
import { Chip } from './chip.tsx'

/** "Fetched, kept until Friday": this customer is here only for a while. */
export function KeptMark({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const nowMs = useHubNow()
  const keep = (useLiveValue('keeps.list', {}) ?? []).find(each => each.customerId === customerId)
  if (!keep) return null
  return (
    <Chip icon={<IconCloudDown />} title={t('beyond.keptLong', { time: fullMoment(keep.untilMs) })}>
      {t('beyond.kept', { time: moment(keep.untilMs, nowMs) })}
    </Chip>
  )
}
