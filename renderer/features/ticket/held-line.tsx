import { IconClockPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Held } from '../../../shared/contract/tickets.ts'
import { undoIntents } from '../../data/undo.ts'
import { useSeconds } from '../../lib/use-seconds.ts'
import classes from './item.module.css'

/** A reply that has not left yet: when it does, and the way back. */
export function HeldLine({ held }: { readonly held: Held }) {
  const { t } = useTranslation()
  const seconds = useSeconds(held.untilMs)
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
