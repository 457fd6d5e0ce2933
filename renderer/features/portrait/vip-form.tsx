import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Portrait } from '../../../shared/domain/portrait.ts'
import { markVip } from '../../data/portrait-intents.ts'
import { closePortrait } from '../../stores/portrait-store.ts'
import { FormActions } from './form-actions.tsx'
import classes from './portrait.module.css'

type VipFormProps = { readonly customerId: string; readonly said: Portrait | null }

/** Marks somebody who matters more than the numbers say, with why. */
export function VipForm({ customerId, said }: VipFormProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState(said?.vipReason ?? '')
  const isVip = said?.isVip === true
  const mark = async (wanted: boolean): Promise<void> => {
    const words = reason.trim()
    const done = await markVip(customerId, said, { isVip: wanted, reason: words === '' ? null : words })
    if (done) closePortrait()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void mark(true)
      }}
    >
      <p className={classes['hint']}>{t('portrait.vipHow')}</p>
      <TextInput
        data-autofocus
        dir="auto"
        label={t('portrait.vipReason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <FormActions
        onRemove={isVip ? () => void mark(false) : null}
        removeLabel={t('portrait.vipRemove')}
        isDisabled={reason.trim() === ''}
      />
    </form>
  )
}
