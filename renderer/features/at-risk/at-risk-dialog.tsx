import { useTranslation } from 'react-i18next'
import { AtRiskList } from '../../components/at-risk/at-risk-list.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { openCustomer } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** Who is likely to leave, from what this laptop holds. */
export function AtRiskDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'at-risk')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('atRisk.title')} size={860}>
      {isOpen && (
        <AtRiskList
          opens={({ customerId }) =>
            () => {
              closeDialog()
              openCustomer(customerId)
            }}
        />
      )}
    </Dialog>
  )
}
