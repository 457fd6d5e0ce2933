import { Menu, TextInput } from '@mantine/core'
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/domain/people.ts'
import { JOURNEY_STAGES } from '../../../shared/domain/values.ts'
import { Chip } from '../../components/chip.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { setLabels, setStage } from '../../data/customer-intents.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import classes from './customer-360.module.css'

/** More than this are for the form, not for a line. */
const SHOWN = 24

/** Where they are on their way with us, and what they are labelled with; both changed where they stand. */
export function Labels({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { labels } = customer
  const without = (gone: string): readonly string[] => labels.filter(label => label !== gone)
  return (
    <div className={classes['labels']}>
      <StageMenu customer={customer} />
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

function StageMenu({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation()
  const { journeyStage: stage } = customer
  const name = stage === null ? null : dynamicText(`stage.${stage}`)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={classes['stage']}
          aria-label={t('customer.changeStage', { stage: name ?? t('customer.setStage') })}
        >
          <Chip>{name ?? t('customer.setStage')}</Chip>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('customer.stage')}</Menu.Label>
        {JOURNEY_STAGES.map(value => (
          <Menu.Item
            key={value}
            leftSection={value === stage ? <IconCheck size={14} /> : <span style={{ width: 14 }} />}
            onClick={() => value !== stage && void setStage(customer, value)}
          >
            {t(`stage.${value}`)}
          </Menu.Item>
        ))}
        {stage !== null && (
          <Menu.Item
            leftSection={<span style={{ width: 14 }} />}
            onClick={() => void setStage(customer, null)}
          >
            {t('customer.noStage')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
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
