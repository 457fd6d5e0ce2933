import { Button, Textarea } from '@mantine/core'
import { IconBubbleText, IconCheck, IconCornerUpLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProposalView } from '../../../shared/contract/proposals.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { Keys } from '../../components/keys.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useIsGuest } from '../../data/guest.ts'
import {
  changeProposal,
  improveProposal,
  releaseProposal,
  sendBackProposal,
  withdrawProposal,
} from '../../data/proposal-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useTakenUp } from '../../stores/taken-up-store.ts'
import classes from './proposals.module.css'
import { SuggestedFiles } from './suggested-files.tsx'
import type { ShowFiles } from './suggested-files.tsx'

type StripProps = { readonly ticketId: string; readonly files: ShowFiles }

/** Above the composer: what somebody suggests to answer, and for its author what became of it. */
export function ProposalStrip({ ticketId, files }: StripProps) {
  const { t } = useTranslation()
  const agentId = useAgent()?.id
  const isGuest = useIsGuest()
  const all = useLiveValue('proposals.ofTicket', { ticketId }) ?? []
  const theirs = all.filter(({ state, authorId }) => state === 'proposed' && authorId !== agentId)
  // Only the newest of the own ones says how it stands.
  const own = all.find(({ authorId, state }) => authorId === agentId && state !== 'withdrawn')
  if (theirs.length === 0 && own === undefined) return null
  return (
    <section className={classes['strip']} aria-label={t('proposals.here')}>
      {theirs.map(proposal => (
        <Waiting key={proposal.id} proposal={proposal} mayDecide={!isGuest} files={files} />
      ))}
      {own && <Own proposal={own} files={files} />}
    </section>
  )
}

type WaitingProps = {
  readonly proposal: ProposalView
  readonly mayDecide: boolean
  readonly files: ShowFiles
}

function Waiting({ proposal, mayDecide, files }: WaitingProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isReturning, setReturning] = useState(false)
  const isTakenUp = useTakenUp(proposal.ticketId)?.proposalId === proposal.id
  const name = proposal.authorName ?? t('ticket.colleague')
  return (
    <article className={classes['card']}>
      <p className={classes['who']}>
        <IconBubbleText aria-hidden />
        <strong dir="auto">{t('proposals.suggests', { name })}</strong>
        <span>{moment(proposal.createdAtMs, nowMs)}</span>
      </p>
      <blockquote className={classes['words']} dir="auto" tabIndex={0}>
        {proposal.bodyText}
      </blockquote>
      <SuggestedFiles proposal={proposal} mayDecide={mayDecide} files={files} />
      {mayDecide && isReturning && (
        <SendBack proposal={proposal} name={name} onEnd={() => setReturning(false)} />
      )}
      {mayDecide && !isReturning && (
        <div className={classes['ways']}>
          <Button
            rightSection={<Keys shortcut={shortcutFor('proposal.release') ?? ''} />}
            onClick={() => void releaseProposal(proposal)}
          >
            {t('proposals.release')}
          </Button>
          <Button variant="default" onClick={() => changeProposal(proposal)}>
            {t('proposals.change')}
          </Button>
          <Button variant="subtle" onClick={() => setReturning(true)}>
            {t('proposals.sendBack')}
          </Button>
          {isTakenUp && <span className={classes['hint']}>{t('proposals.takenUp')}</span>}
        </div>
      )}
    </article>
  )
}

type SendBackProps = {
  readonly proposal: ProposalView
  readonly name: string
  readonly onEnd: () => void
}

/** A word is part of it: whoever suggested it learns nothing from a bare no. */
function SendBack({ proposal, name, onEnd }: SendBackProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const send = async (): Promise<void> => {
    if ((await sendBackProposal(proposal.id, words.trim())) !== null) onEnd()
  }
  return (
    <FormInPlace
      label={t('proposals.sendBack')}
      saveLabel={t('proposals.sendBack')}
      canSave={words.trim() !== ''}
      onSave={() => void send()}
      onCancel={onEnd}
    >
      {proposal.attachments.length > 0 && (
        <p className={classes['hint']}>{t('proposals.filesGo', { count: proposal.attachments.length })}</p>
      )}
      <Textarea
        data-autofocus
        autoFocus
        autosize
        minRows={2}
        label={t('proposals.wordFor', { name })}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
    </FormInPlace>
  )
}

function Own({ proposal, files: Files }: Omit<WaitingProps, 'mayDecide'>) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const name = proposal.decidedByName ?? t('ticket.colleague')
  const time = moment(proposal.decidedAtMs ?? proposal.createdAtMs, nowMs)
  switch (proposal.state) {
    case 'proposed':
      return (
        <div className={classes['own']}>
          <IconBubbleText aria-hidden />
          <span>
            {t('proposals.waits', { time })}
            <Files attachments={proposal.attachments} />
          </span>
          <SmallButton onClick={() => void withdrawProposal(proposal.id)}>
            {t('proposals.withdraw')}
          </SmallButton>
        </div>
      )
    case 'sent-back':
      return (
        <div className={classes['own']} data-tone="warning">
          <IconCornerUpLeft aria-hidden />
          <span dir="auto">
            {t('proposals.cameBack', { name, time })}
            <q className={classes['reason']}>{proposal.words}</q>
          </span>
          <SmallButton onClick={() => improveProposal(proposal)}>{t('proposals.improve')}</SmallButton>
        </div>
      )
    case 'released':
    case 'changed':
      return (
        <p className={classes['own']} data-tone="good">
          <IconCheck aria-hidden />
          <span dir="auto">{t(`proposals.${proposal.state}`, { name, time })}</span>
        </p>
      )
    default:
      return null
  }
}
