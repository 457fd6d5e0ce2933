import { Button, Group, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { otherKind } from '../../../shared/rules/work-kind.ts'
import { Dialog } from '../../components/dialog.tsx'
import { handOver } from '../../data/between-intents.ts'
import { liveThreads, threadInFocus } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useHandOverPlan } from '../../stores/hand-over-store.ts'
import type { HandOverPlan } from '../../stores/hand-over-store.ts'
import { activeTicketId, useTabs } from '../../stores/tabs-store.ts'
import { closeDialog, uiStore, useUi } from '../../stores/ui-store.ts'
import classes from './handover.module.css'
import { WhatToKnow } from './what-to-know.tsx'

type Kind = 'service' | 'support'

/** Dialog "Hand over": who goes on, what they have to know, and a word to them. Recorded, and shown in their pane. */
export function HandOverDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'hand-over')
  const ticketId = useTabs(activeTicketId)
  const view = useLiveValue('tickets.get', isOpen && ticketId !== null ? { ticketId } : null)
  const planned = useHandOverPlan()
  const plan = planned?.ticketId === ticketId ? planned : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('between.handOver')} size={560}>
      {isOpen && view && <Form key={view.ticket.id} view={view} plan={plan} />}
    </Dialog>
  )
}

const kindOf = (kind: string | undefined): Kind => (kind === 'support' ? 'support' : 'service')

function useReceivers(toKind: Kind) {
  const me = useAgent()
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const teams = (directory?.teams ?? []).filter(({ kind }) => kind === null || kind === toKind)
  const agents = (directory?.agents ?? []).filter(({ id, isActive }) => isActive && id !== me?.id)
  return [
    { group: t('ticket.teams'), items: teams.map(({ id, name }) => ({ value: `team ${id}`, label: name })) },
    {
      group: t('ticket.colleagues'),
      items: agents.map(({ id, name }) => ({ value: `agent ${id}`, label: name })),
    },
  ]
}

function receiverOf(value: string | null): { type: 'agent' | 'team'; id: string } | null {
  const [type, id] = value?.split(' ') ?? []
  if (id === undefined) return null
  return { type: type === 'team' ? 'team' : 'agent', id }
}

/** Who stands there at first; a part that is only made by this can be given to a team, not to a person. */
function receiverFor({ threads }: TicketView, plan: HandOverPlan | null): string | null {
  if (!plan) return null
  const { to, teamId, toKind } = plan
  const isThere = liveThreads(threads).some(({ kind }) => kind === toKind)
  if (to?.type === 'agent' && isThere) return `agent ${to.id}`
  return teamId === null ? null : `team ${teamId}`
}

type FormProps = { readonly view: TicketView; readonly plan: HandOverPlan | null }

function Form({ view, plan }: FormProps) {
  const { t } = useTranslation()
  const me = useAgent()
  const fromKind = kindOf(threadInFocus(view.threads, me?.id ?? null, uiStore.getState().focusKind)?.kind)
  const [toKind, setToKind] = useState<Kind>(plan?.toKind ?? otherKind(fromKind))
  const [isQuestion, setQuestion] = useState(false)
  const [to, setTo] = useState<string | null>(() => receiverFor(view, plan))
  const [note, setNote] = useState('')
  const receivers = useReceivers(toKind)
  const isNew = !liveThreads(view.threads).some(({ kind }) => kind === toKind)
  const give = async (): Promise<void> => {
    const relabelTo = isQuestion || toKind !== plan?.relabelTo ? null : toKind
    const wish = { toKind, fromKind, to: receiverOf(to), note: note.trim(), isQuestion, relabelTo }
    if (await handOver(view, wish)) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void give()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void give()
      }}
    >
      <Choices isQuestion={isQuestion} onQuestion={setQuestion} toKind={toKind} onKind={setToKind} />
      <Select
        label={t('between.receiver')}
        placeholder={t('between.anybody')}
        searchable
        clearable
        value={to}
        onChange={setTo}
        data={isNew ? receivers.slice(0, 1) : receivers}
      />
      <Textarea
        data-autofocus
        dir="auto"
        autosize
        minRows={3}
        maxRows={8}
        label={t('between.handOverNote')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <WhatToKnow ticketId={view.ticket.id} />
      <Group justify="flex-end">
        {plan && <Skip plan={plan} />}
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={isQuestion && note.trim() === ''}>
          {t(isQuestion ? 'between.askNow' : 'between.giveNow')}
        </Button>
      </Group>
    </form>
  )
}

/** Somebody who has nothing to tell goes on with what they were about to do. */
function Skip({ plan }: { readonly plan: HandOverPlan }) {
  const { t } = useTranslation()
  const skip = (): void => {
    closeDialog()
    void plan.skip()
  }
  return (
    <Button variant="subtle" mr="auto" onClick={skip}>
      {t(plan.relabelTo === null ? 'handOver.justAssign' : 'handOver.justRelabel')}
    </Button>
  )
}

type ChoicesProps = {
  readonly isQuestion: boolean
  readonly onQuestion: (isQuestion: boolean) => void
  readonly toKind: Kind
  readonly onKind: (kind: Kind) => void
}

/** To hand over or to ask, and which pane. */
function Choices({ isQuestion, onQuestion, toKind, onKind }: ChoicesProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['choices']}>
      <SegmentedControl
        aria-label={t('between.handOverHow')}
        value={isQuestion ? 'ask' : 'give'}
        onChange={value => onQuestion(value === 'ask')}
        data={[
          { value: 'give', label: t('between.give') },
          { value: 'ask', label: t('between.ask') },
        ]}
      />
      <SegmentedControl
        aria-label={t('between.toPane')}
        value={toKind}
        onChange={value => onKind(kindOf(value))}
        data={[
          { value: 'service', label: t('kind.service') },
          { value: 'support', label: t('kind.support') },
        ]}
      />
    </div>
  )
}
