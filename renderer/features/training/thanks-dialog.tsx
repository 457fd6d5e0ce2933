import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { giveKudos } from '../../data/training-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useTraining } from '../../stores/training-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { AboutTicket } from './about-ticket.tsx'
import { FormEnd } from './form-end.tsx'
import { useColleagues } from './use-colleagues.ts'
import classes from './training.module.css'

/** Dialog "Thank a colleague": from the ticket in front, or for something that has none. */
export function ThanksDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'thanks')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('training.kudos.title')}>
      {isOpen && <Form />}
    </Dialog>
  )
}

function Form() {
  const { t } = useTranslation()
  const me = useAgent()
  const { ticketId, agentId } = useTraining(state => state)
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const colleagues = useColleagues()
  const assignee = view?.threads.find(({ assigneeId }) => assigneeId !== null && assigneeId !== me?.id)
  const [chosen, setChosen] = useState<string | null>(null)
  const toId = chosen ?? agentId ?? assignee?.assigneeId ?? null
  const [words, setWords] = useState('')
  const isReady = toId !== null && toId !== me?.id && words.trim() !== ''
  const give = async (): Promise<void> => {
    if (toId === null || !isReady) return
    if ((await giveKudos({ toId, ticketId, words: words.trim() })) !== null) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void give()
      }}
    >
      <Select
        searchable
        label={t('training.kudos.to')}
        data={colleagues}
        value={toId}
        onChange={setChosen}
        data-autofocus={toId === null || undefined}
      />
      <Textarea
        data-autofocus={toId !== null || undefined}
        dir="auto"
        autosize
        minRows={3}
        maxRows={8}
        maxLength={600}
        label={t('training.kudos.words')}
        description={t('training.kudos.wordsHow')}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void give()
        }}
      />
      <AboutTicket view={view} what="thanks" />
      <FormEnd label={t('training.kudos.send')} isReady={isReady} />
    </form>
  )
}
