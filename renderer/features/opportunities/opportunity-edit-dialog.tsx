import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import type { InFront } from '../../data/front-customer.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { EditForm } from './edit-form.tsx'
import { opportunityTitle } from './opportunity-words.ts'

/** What is written down of an opportunity of the customer in front; of several the newest first. */
export function OpportunityEditDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'opportunity-edit')
  const who = isOpen ? customerInFront() : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('growth.editTitle')}>
      {who && <ChosenForm who={who} />}
    </Dialog>
  )
}

function ChosenForm({ who }: { readonly who: InFront }) {
  const { t } = useTranslation()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const open = useLiveValue('opportunities.ofCustomer', { customerId: who.customerId })?.open ?? []
  const chosen = open.find(({ id }) => id === chosenId) ?? open[0]
  if (!chosen) return null
  return (
    <>
      {open.length > 1 && (
        <Select
          mb={12}
          label={t('growth.which')}
          data={open.map(each => ({ value: each.id, label: `${opportunityTitle(each)}: ${each.note}` }))}
          value={chosen.id}
          allowDeselect={false}
          onChange={setChosenId}
        />
      )}
      <EditForm key={chosen.id} opportunity={chosen} who={who} onDone={closeDialog} />
    </>
  )
}
