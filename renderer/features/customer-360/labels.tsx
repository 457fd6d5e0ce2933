import { TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExperienceView } from '../../../shared/contract/between.ts'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import type { Customer } from '../../../shared/domain/people.ts'
import { FOR_COLLEAGUES } from '../../../shared/rules/guests/what-guests-see.ts'
import { useIsGuest } from '../../data/guest.ts'
import { Chip } from '../../components/chip.tsx'
import { KeptMark } from '../../components/kept-mark.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { setLabels } from '../../data/customer-intents.ts'
import classes from './customer-360.module.css'
import { HealthChip } from './health-chip.tsx'
import { MoodChip } from './mood-chip.tsx'
import { StageChip } from './stage-chip.tsx'
import { VipChip } from './vip-chip.tsx'

/** More than this are for the form, not for a line. */
const SHOWN = 24

type LabelsProps = {
  readonly customer: Customer
  readonly portrait: PortraitView | null
  readonly experience: ExperienceView | null
}

/** Where they are on their way with us, how it goes, and what they are labelled with; changed where they stand. */
export function Labels({ customer, portrait, experience }: LabelsProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const { labels } = customer
  const without = (gone: string): readonly string[] => labels.filter(label => label !== gone)
  if (isGuest)
    return (
      labels.includes(FOR_COLLEAGUES) && (
        <div className={classes['labels']}>
          <Chip tone="warning">{t('guest.forColleagues')}</Chip>
        </div>
      )
    )
  return (
    <div className={classes['labels']}>
      <KeptMark customerId={customer.id} />
      {portrait && <StageChip customerId={customer.id} portrait={portrait} />}
      {portrait?.health && <HealthChip health={portrait.health} experience={experience} />}
      {portrait?.mood && <MoodChip mood={portrait.mood} />}
      {portrait?.said?.isVip === true && <VipChip said={portrait.said} />}
      {labels.slice(0, SHOWN).map(label => (
        <span key={label} className={classes['label']}>
          <Chip title={label}>{label}</Chip>
          <button
            type="button"
            aria-label={t('customer.removeLabel', { label })}
            onClick={() => void setLabels(customer, without(label))}
          >
            <IconX aria-hidden />
          </button>
        </span>
      ))}
      {labels.length > SHOWN && (
        <Chip title={labels.slice(SHOWN, 400).join(', ')}>+{labels.length - SHOWN}</Chip>
      )}
      <AddLabel customer={customer} />
    </div>
  )
}

function AddLabel({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)
  const add = (): void => {
    const label = text?.trim() ?? ''
    if (label !== '' && !customer.labels.includes(label))
      void setLabels(customer, [...customer.labels, label])
    setText(null)
  }
  if (text === null) {
    return (
      <IconButton
        className={classes['addLabel']}
        label={t('customer.addLabel')}
        icon={<IconPlus />}
        onClick={() => setText('')}
      />
    )
  }
  return (
    <TextInput
      autoFocus
      size="xs"
      w={130}
      maxLength={100}
      dir="auto"
      aria-label={t('customer.addLabel')}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={add}
      onKeyDown={event => {
        if (event.key === 'Escape') setText(null)
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
      }}
    />
  )
}
