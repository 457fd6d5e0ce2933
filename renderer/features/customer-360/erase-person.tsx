import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/domain/people.ts'
import { ERASE_REASONS, EraseReason } from '../../../shared/protocol/erase.ts'
import dialogForm from '../../components/dialog-form.module.css'
import { Dialog } from '../../components/dialog.tsx'
import { showNotice } from '../../data/toasts.ts'
import { act } from '../../data/use-action.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import classes from './customer-360.module.css'

type PersonProps = { readonly customer: Customer; readonly merged: readonly Customer[] }
type EraseProps = PersonProps & { readonly isOpen: boolean; readonly onClose: () => void }

/** Erases a person for good: for supervisors, and only with the name written out. */
export function ErasePerson({ customer, merged, isOpen, onClose }: EraseProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('erase.title')} size={520}>
      {isOpen && <Form customer={customer} merged={merged} onDone={onClose} />}
    </Dialog>
  )
}

type FormProps = PersonProps & { readonly onDone: () => void }

function Form({ customer, merged, onDone }: FormProps) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const [name, setName] = useState('')
  const [reason, setReason] = useState<EraseReason>('asked')
  const [isBusy, setBusy] = useState(false)
  const wanted = customer.name.trim() || t('customer.unnamed')
  const isMeant = name.trim() === wanted
  const erase = async (): Promise<void> => {
    setBusy(true)
    const done = await act('customers.erase', { customerId: customer.id, reason })
    setBusy(false)
    if (!done) return
    showNotice(t('erase.done'))
    onDone()
  }
  return (
    <div className={classes['erase']}>
      <p>{t('erase.goes')}</p>
      {merged.length > 0 && (
        <p dir="auto">
          {t('people.eraseToo', {
            count: merged.length,
            names: merged.map(({ name: each }) => each.trim() || t('customer.unnamed')).join(', '),
          })}
        </p>
      )}
      <p>{t('erase.stays')}</p>
      <NativeSelect
        label={t('erase.reason')}
        description={t('erase.reasonHint')}
        value={reason}
        data={ERASE_REASONS.map(value => ({ value, label: t(`erase.reasons.${value}`) }))}
        onChange={({ currentTarget }) => setReason(EraseReason.catch('asked').parse(currentTarget.value))}
      />
      <TextInput
        data-autofocus
        label={t('erase.name', { name: wanted })}
        value={name}
        dir="auto"
        autoComplete="off"
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <div className={dialogForm['actions']}>
        <Button variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button data-danger loading={isBusy} disabled={!isMeant || isAway} onClick={() => void erase()}>
          {t(isAway ? 'erase.whenOnline' : 'erase.do')}
        </Button>
      </div>
    </div>
  )
}
