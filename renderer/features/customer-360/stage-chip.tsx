import { Popover } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import { Chip } from '../../components/chip.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { sayStage } from '../../data/portrait-intents.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { openPortrait } from '../../stores/portrait-store.ts'
import classes from './portrait.module.css'
import { StageFacts } from '../../components/stage-facts.tsx'

type StageChipProps = { readonly customerId: string; readonly portrait: PortraitView }

/** Where they are on their way with us: what the rows say, or what a person said and until when. */
export function StageChip({ customerId, portrait }: StageChipProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isOpen, setOpen] = useState(false)
  const { stage, from } = portrait.stage
  const name = stage === null ? t('customer.setStage') : (dynamicText(`stage.${stage}`) ?? stage)
  const change = (): void => {
    setOpen(false)
    openPortrait({ form: 'stage' }, customerId)
  }
  const free = (): void => {
    setOpen(false)
    void sayStage(customerId, portrait, { stage: null, reason: null, untilMs: null })
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['chipButton']}
          aria-label={t('customer.changeStage', { stage: name })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Chip
            tone={stage === 'at-risk' || stage === 'lost' ? 'bad' : 'plain'}
            icon={from === 'person' ? <IconHandStop aria-hidden /> : undefined}
          >
            {name}
          </Chip>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['why']}>
          <StageFacts portrait={portrait} nowMs={nowMs} />
          <div className={classes['acts']}>
            <SmallButton onClick={change}>{t('portrait.sayOther')}</SmallButton>
            {from === 'person' && <SmallButton onClick={free}>{t('portrait.letRows')}</SmallButton>}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
