import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/domain/people.ts'
import type { PersonExportAnswer } from '../../../shared/protocol/erase.ts'
import dialogForm from '../../components/dialog-form.module.css'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { saveFile } from '../../lib/files.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import classes from './customer-360.module.css'

type ExportProps = { readonly customer: Customer; readonly isOpen: boolean; readonly onClose: () => void }

/** Hands everything that is kept about a person out as a file: for supervisors, and on record. */
export function ExportPerson({ customer, isOpen, onClose }: ExportProps) {
  const { t } = useTranslation()
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('exportPerson.title')} size={520}>
      {isOpen && <Form customer={customer} onDone={onClose} />}
    </Dialog>
  )
}

/** Named by number and day: the name of a file is read by more people than its content. */
function save(person: PersonExportAnswer): void {
  const day = new Date(person.exportedAtMs).toISOString().slice(0, 10)
  const text = JSON.stringify(person, null, 2)
  saveFile(`tandem-person-${person.customerId.slice(-8)}-${day}.json`, new TextEncoder().encode(text))
}

function Form({ customer, onDone }: { readonly customer: Customer; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const { run, isBusy, error } = useAction('customers.export')
  const take = async (): Promise<void> => {
    const person = await run({ customerId: customer.id })
    if (!person) return
    save(person)
    onDone()
  }
  return (
    <div className={classes['erase']}>
      <p dir="auto">{t('exportPerson.holds', { name: customer.name.trim() || t('customer.unnamed') })}</p>
      <p>{t('exportPerson.kept')}</p>
      <FormError error={error} />
      <div className={dialogForm['actions']}>
        <Button variant="subtle" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button data-autofocus loading={isBusy} disabled={isAway} onClick={() => void take()}>
          {t(isAway ? 'exportPerson.whenOnline' : 'exportPerson.do')}
        </Button>
      </div>
    </div>
  )
}
