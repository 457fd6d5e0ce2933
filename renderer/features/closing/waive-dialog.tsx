import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { waiveRelationship } from '../../data/between-intents.ts'
import { liveThreads } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { activeTicketId, useTabs } from '../../stores/tabs-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './closing.module.css'

const REASONS = ['told', 'declined', 'internal'] as const

/** Dialog "Waive the relationship step": nothing is waived without a reason, and the reason is recorded. */
export function WaiveDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'waive')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('between.waiveTitle')}>
      {isOpen && <Reason />}
    </Dialog>
  )
}

function Reason() {
  const { t } = useTranslation()
  const ticketId = useTabs(activeTicketId)
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const thread = liveThreads(view?.threads ?? []).find(({ kind }) => kind === 'service')
  const [reason, setReason] = useState('')
  const waive = async (): Promise<void> => {
    if (!thread || reason.trim() === '') return
    if ((await waiveRelationship(thread, reason.trim())) !== null) closeDialog()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void waive()
      }}
    >
      <TextInput
        data-autofocus
        dir="auto"
        label={t('between.waiveReason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div className={classes['reasons']}>
        {REASONS.map(each => (
          <SmallButton key={each} onClick={() => setReason(t(`between.waiveBecause.${each}`))}>
            {t(`between.waiveBecause.${each}`)}
          </SmallButton>
        ))}
      </div>
      <Group justify="flex-end" mt={14}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={reason.trim() === ''}>
          {t('between.waiveNow')}
        </Button>
      </Group>
    </form>
  )
}
