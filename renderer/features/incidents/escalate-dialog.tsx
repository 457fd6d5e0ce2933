import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { EscalateForm } from './escalate-form.tsx'
import { useFrontRecord } from './front-record.ts'

/** Dialog "Escalate": hands the ticket in front to those who know more, with all they need to begin. */
export function EscalateDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'escalate')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('commands.ticket.escalate')} size={720}>
      {isOpen && <Front />}
    </Dialog>
  )
}

function Front() {
  const front = useFrontRecord()
  return front ? <EscalateForm front={front} /> : <Skeleton rows={6} />
}
