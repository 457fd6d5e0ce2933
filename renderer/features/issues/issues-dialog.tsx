import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { endLinking, useIssues } from '../../stores/issue-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { Register } from './register.tsx'

const close = (): void => {
  endLinking()
  closeDialog()
}

/** Dialog "Known issues": the register, and everything that is done for all who have one of them. */
export function IssuesDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'known-issues')
  const linking = useIssues(state => state.linking.length)
  const title = linking > 0 ? t('knownIssues.chooseFor', { count: linking }) : t('knownIssues.title')
  return (
    <Dialog opened={isOpen} onClose={close} title={title} size={1080}>
      {isOpen && <Register />}
    </Dialog>
  )
}
