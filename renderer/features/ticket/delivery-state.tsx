import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconDeviceLaptop,
  IconHelpCircle,
  IconUpload,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '../../../shared/contract/tickets.ts'
import classes from './item.module.css'

const icons = {
  here: IconDeviceLaptop,
  sending: IconUpload,
  unconfirmed: IconHelpCircle,
  accepted: IconCheck,
  delivered: IconChecks,
  parked: IconAlertTriangle,
  bounced: IconAlertTriangle,
  unknown: IconHelpCircle,
} as const satisfies Readonly<Record<Delivery, unknown>>

const tones: Readonly<Record<Delivery, 'plain' | 'warning' | 'bad'>> = {
  here: 'warning',
  sending: 'plain',
  unconfirmed: 'warning',
  accepted: 'plain',
  delivered: 'plain',
  parked: 'bad',
  bounced: 'bad',
  unknown: 'warning',
}

/** How far something written here has come, said plainly. */
export function DeliveryState({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation()
  const Icon = icons[delivery]
  return (
    <span className={classes['delivery']} data-tone={tones[delivery]}>
      <Icon aria-hidden />
      {t(`delivery.${delivery}`)}
    </span>
  )
}
