import { IconClockPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Held } from '../../../shared/contract/tickets.ts'
import { undoIntents } from '../../data/undo.ts'
import { useSeconds } from '../../lib/use-seconds.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { DeliveryState } from './delivery-state.tsx'
import classes from './item.module.css'

/** A reply that has not left yet: when it does and the way back, or that it waits for a network. */
export function HeldLine({ held }: { readonly held: Held }) {
  const { t } = useTranslation()
  const seconds = useSeconds(held.untilMs)
  const isAway = useIsAway()
  if (seconds === 0 && isAway) return <DeliveryState delivery="here" />
  return (
    <span className={classes['held']}>
      <IconClockPause aria-hidden />
      {t('undo.leavesIn', { count: seconds })}
      <button type="button" onClick={() => void undoIntents([held.mutationId])}>
        {t('undo.undo')}
      </button>
    </span>
  )
}
