import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { CauseForm } from './cause-form.tsx'
import { useFrontRecord } from './front-record.ts'

/** Dialog "Root cause": why it happened, what shows it, and what ended it. */
export function CauseDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'cause')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('commands.cause.record')} size="lg">
      {isOpen && <Front />}
    </Dialog>
  )
}

function Front() {
  const front = useFrontRecord()
  return front ? <CauseForm front={front} /> : <Skeleton rows={5} />
}
