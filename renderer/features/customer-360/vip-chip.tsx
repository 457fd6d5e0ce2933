import { IconStar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Portrait } from '../../../shared/domain/portrait.ts'
import { Chip } from '../../components/chip.tsx'
import { openPortrait } from '../../stores/portrait-store.ts'
import classes from './portrait.module.css'

/** They matter more than the numbers say; why is one press away. */
export function VipChip({ said }: { readonly said: Portrait }) {
  const { t } = useTranslation()
  const why = said.vipReason ?? t('portrait.vipLong')
  return (
    <button
      type="button"
      className={classes['chipButton']}
      aria-label={t('portrait.whyVip')}
      data-tip={why}
      onClick={() => openPortrait({ form: 'vip' }, said.customerId)}
    >
      <Chip icon={<IconStar aria-hidden />}>{t('portrait.vip')}</Chip>
    </button>
  )
}
