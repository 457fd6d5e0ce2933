import { IconArrowBackUp } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { openPlaces } from '../../../shared/rules/fill-in.ts'
import { takeOut } from '../../../shared/rules/personal-data/find-personal.ts'
import { registerSend } from '../../commands/send-now.ts'
import { PersonalChip } from '../../components/personal-chip.tsx'
import { PersonalQuestion } from '../../components/personal-question.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { useLeavingQuestion, usePersonal } from '../../data/use-personal.ts'
import { replaceText } from '../../lib/replace-text.ts'
import { useUndoSeconds } from '../../data/undo-choice.ts'
import { useComposer } from '../../stores/composer-store.ts'
import type { AfterSend, Writing } from '../../stores/composer-store.ts'
import { ComposerFiles } from './composer-files.tsx'
import { AskedBefore } from './asked-before.tsx'
import classes from './composer.module.css'
import { ComposerText } from './composer-text.tsx'
import { ComposerTools } from './composer-tools.tsx'
import { OpenPlaces } from './open-places.tsx'
import { PromiseChips } from './promise-chips.tsx'
import { ReceiversRow } from './receivers-row.tsx'
import { SavedMark } from './saved-mark.tsx'
import { sendReply, suggestReply } from './send-reply.ts'
import { SendButton } from './send-button.tsx'
import { SuggestButton } from './suggest-button.tsx'
import { ToneChip } from './tone-chip.tsx'
import { useDropFiles } from './use-drop-files.ts'
import { usePromises } from './use-promises.ts'
import type { WrittenPromise } from './use-promises.ts'
import { useReceivers } from './use-receivers.ts'
import { useWriting } from './use-writing.ts'

type ReplyComposerProps = { readonly view: TicketView; readonly thread: Thread }

/** White, with the receivers in view and their name on the button. */
export function ReplyComposer({ view, thread }: ReplyComposerProps) {
  const { t } = useTranslation()
  const ticketId = view.ticket.id
  const { key, writing, change } = useWriting(ticketId, 'reply')
  const drop = useDropFiles({ ticketId, mode: 'reply' })
  const text = useRef<HTMLTextAreaElement>(null)
  const promises = usePromises(writing, thread)
  const sending = useSending({ view, thread, writing, promises })
  const { receivers, open, personal, question } = sending
  const body = writing?.body ?? ''
  const takeOutAll = (): void => {
    const left = takeOut(body, personal.inWords(body))
    if (!replaceText(text.current, left)) change({ body: left })
    question.forget()
    text.current?.focus()
  }
  const isGuest = useIsGuest()
  return (
    <div className={classes['box']} {...drop.handlers} data-over={drop.isOver || undefined}>
      <Head writing={writing} restsSeconds={sending.restsSeconds} />
      <ReceiversRow receivers={receivers} subject={view.ticket.subject} onChange={change} />
      <ComposerText
        ref={text}
        label={t('composer.reply')}
        placeholder={t(`composer.prompt.${thread.kind === 'support' ? 'support' : 'service'}`)}
        body={body}
        isDisabled={writing === null || writing.isSending}
        onChange={words => change({ body: words })}
        onPasteFiles={drop.add}
      />
      <AskedBefore
        ticketId={ticketId}
        customerId={view.ticket.customerId}
        body={body}
        onChange={words => change({ body: words })}
      />
      <OpenPlaces places={open} text={text} />
      <ComposerFiles files={writing?.files ?? []} onChange={files => change({ files })} />
      <PersonalQuestion
        asked={question.asked}
        onTakeOut={takeOutAll}
        onSend={() => sending.send(question.choice)}
      />
      <div className={classes['foot']}>
        <ComposerTools
          text={text}
          body={writing?.body ?? null}
          onChange={words => change({ body: words })}
          onFiles={drop.add}
        />
        {!isGuest && <PromiseChips writingKey={key} promises={promises} />}
        <PersonalChip check={personal} body={body} field={text} onChange={words => change({ body: words })} />
        <ToneChip ticketId={ticketId} customerId={view.ticket.customerId} body={body} />
        <span className={classes['gap']} />
        <Leaving sending={sending} thread={thread} />
      </div>
    </div>
  )
}

type LeavingProps = { readonly sending: ReturnType<typeof useSending>; readonly thread: Thread }

/** How it leaves, or that a guest's words do not. */
function Leaving({ sending, thread }: LeavingProps) {
  const { receivers, afterSend, isReady, send } = sending
  if (useIsGuest()) return <SuggestButton isReady={isReady} onSuggest={() => send()} />
  return (
    <SendButton
      receivers={receivers.now}
      thread={thread}
      choice={afterSend}
      isReady={isReady}
      onSend={send}
    />
  )
}

type HeadProps = { readonly writing: Writing | null; readonly restsSeconds: number }

function Head({ writing, restsSeconds }: HeadProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  return (
    <div className={classes['head']}>
      <IconArrowBackUp aria-hidden />
      <strong>{t(isGuest ? 'composer.suggestion' : 'composer.reply')}</strong>
      {!isGuest && <RestsMark seconds={restsSeconds} />}
      <SavedMark writing={writing} />
    </div>
  )
}

/** How long it can be taken back after it was sent. */
function RestsMark({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation()
  if (seconds === 0) return null
  return (
    <span className={classes['rests']} title={t('composer.restsHint')}>
      {t('composer.rests', { count: seconds })}
    </span>
  )
}

type Sending = ReplyComposerProps & {
  readonly writing: Writing | null
  readonly promises: readonly WrittenPromise[]
}

/** Whom it goes to, what still keeps it here, and how it leaves. */
function useSending({ view, thread, writing, promises }: Sending) {
  const receivers = useReceivers(view, writing)
  const kind = thread.kind === 'support' ? 'support' : 'service'
  const remembered = useComposer(state => state.afterSend[kind])
  const afterSend = writing?.afterSend ?? remembered
  const open = openPlaces(writing?.body ?? '')
  const restsSeconds = useUndoSeconds(receivers.channel)
  const isGuest = useIsGuest()
  const personal = usePersonal({
    body: writing?.body ?? '',
    customerId: view.ticket.customerId,
    ticketId: view.ticket.id,
    receivers: [...receivers.now.to, ...receivers.now.cc].map(({ address }) => address),
  })
  const question = useLeavingQuestion<AfterSend>(personal)
  const isReady =
    writing !== null &&
    writing.body.trim() !== '' &&
    !writing.isSending &&
    open.length === 0 &&
    writing.files.every(file => file.sha256 !== null)
  const send = (choice = afterSend): void => {
    const { now, channel } = receivers
    if (!isReady || !question.mayLeave(writing.body, choice)) return
    const words = { view, thread, receivers: now, channel, restsSeconds, promises }
    if (isGuest) void suggestReply(words)
    else void sendReply({ ...words, afterSend: choice })
  }
  useEffect(() => registerSend(send))
  return { receivers, open, afterSend, isReady, restsSeconds, personal, question, send }
}
