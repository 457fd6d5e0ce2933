import { Select, Switch, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scores } from '../../../shared/domain/training.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import { Dialog } from '../../components/dialog.tsx'
import { liveThreads } from '../../data/current-ticket.ts'
import { writeCoaching } from '../../data/training-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useTraining } from '../../stores/training-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { AboutTicket } from './about-ticket.tsx'
import { FormEnd } from './form-end.tsx'
import { Scorecard } from './scorecard.tsx'
import { useColleagues } from './use-colleagues.ts'
import classes from './training.module.css'

/** Dialog "A word to a colleague": about an answer or a ticket, between two people. */
export function CoachingDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'coaching')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('training.coaching.title')} size={600}>
      {isOpen && <Form />}
    </Dialog>
  )
}

function useAbout() {
  const me = useAgent()
  const { ticketId, messageId, agentId } = useTraining(state => state)
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const threads = liveThreads(view?.threads ?? [])
  const thread = threads.find(({ assigneeId }) => assigneeId !== null && assigneeId !== me?.id) ?? threads[0]
  const pane: WorkKind = thread?.kind === 'support' ? 'support' : 'service'
  const owner = thread?.assigneeId === me?.id ? null : (thread?.assigneeId ?? null)
  return { ticketId, messageId, view, pane, suggested: agentId ?? owner }
}

function Form() {
  const { t } = useTranslation()
  const { ticketId, messageId, view, pane, suggested } = useAbout()
  const colleagues = useColleagues()
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [hasCard, setCard] = useState(false)
  const [scores, setScores] = useState<Scores>({})
  const receiverId = chosen ?? suggested
  const isReady = receiverId !== null && words.trim() !== ''
  const write = async (): Promise<void> => {
    if (receiverId === null || !isReady) return
    const card = hasCard ? { pane, scores: { ...scores } } : { pane: null, scores: null }
    const about = { receiverId, ticketId, messageId, words: words.trim() }
    if ((await writeCoaching({ ...about, ...card })) !== null) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void write()
      }}
    >
      <Select
        searchable
        label={t('training.coaching.to')}
        data={colleagues}
        value={receiverId}
        onChange={setChosen}
      />
      <Textarea
        data-autofocus
        dir="auto"
        autosize
        minRows={4}
        maxRows={10}
        maxLength={4_000}
        label={t('training.coaching.words')}
        description={t('training.coaching.private')}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      <Switch
        label={t('training.coaching.withCard')}
        checked={hasCard}
        onChange={event => setCard(event.currentTarget.checked)}
      />
      {hasCard && <Scorecard pane={pane} scores={scores} onChange={setScores} />}
      <AboutTicket view={view} what={messageId === null ? 'ticket' : 'answer'} />
      <FormEnd label={t('training.coaching.send')} isReady={isReady} />
    </form>
  )
}
