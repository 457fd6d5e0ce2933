import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CoachingNote } from '../../../shared/domain/training.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { Moment } from '../../components/time-text.tsx'
import { answerCoaching, takeBackCoaching } from '../../data/training-intents.ts'
import { useAgentName } from '../../data/use-agent-name.ts'
import { useAgent } from '../../stores/session-store.ts'
import { ScoreLine } from './scorecard.tsx'
import classes from './training.module.css'

/** A word between two: what was said, whether it was read, what came back. */
export function CoachingWords({ note }: { readonly note: CoachingNote }) {
  const { t } = useTranslation()
  const nameOf = useAgentName()
  const me = useAgent()
  const isMine = note.writerId === me?.id
  const other = nameOf(isMine ? note.receiverId : note.writerId) ?? t('ticket.colleague')
  const back = note.answer
  return (
    <div className={classes['said']}>
      <span className={classes['who']}>
        {t(isMine ? 'training.coaching.youTo' : 'training.coaching.from', { name: other })} ·{' '}
        <Moment atMs={note.writtenAtMs} /> · {t('training.coaching.betweenTwo')}
      </span>
      <p dir="auto">{note.words}</p>
      {note.pane !== null && note.pane !== 'other' && note.scores && (
        <ScoreLine pane={note.pane} scores={note.scores} />
      )}
      {back !== null && (
        <p className={classes['reason']} dir="auto">
          {isMine ? `${other}: ${back}` : back}
        </p>
      )}
      {isMine && back === null && (
        <span className={classes['facts']}>
          {t(note.readAtMs === null ? 'training.coaching.notRead' : 'training.coaching.wasRead')}
        </span>
      )}
      <Acts note={note} isMine={isMine} />
    </div>
  )
}

function Acts({ note, isMine }: { readonly note: CoachingNote; readonly isMine: boolean }) {
  const { t } = useTranslation()
  const [words, setWords] = useState<string | null>(null)
  const send = async (): Promise<void> => {
    if (words !== null && words.trim() !== '' && (await answerCoaching(note, words.trim())) !== null)
      setWords(null)
  }
  if (isMine)
    return note.readAtMs === null ? (
      <SmallButton onClick={() => void takeBackCoaching(note)}>{t('training.kudos.takeBack')}</SmallButton>
    ) : null
  if (words === null)
    return (
      <span>
        {note.readAtMs === null && (
          <SmallButton onClick={() => void answerCoaching(note, null)}>
            {t('training.coaching.read')}
          </SmallButton>
        )}{' '}
        <SmallButton onClick={() => setWords(note.answer ?? '')}>{t('training.coaching.answer')}</SmallButton>
      </span>
    )
  return (
    <span>
      <Textarea
        autoFocus
        dir="auto"
        autosize
        minRows={2}
        aria-label={t('training.coaching.answer')}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      <SmallButton onClick={() => void send()}>{t('training.coaching.sendBack')}</SmallButton>{' '}
      <SmallButton onClick={() => setWords(null)}>{t('common.cancel')}</SmallButton>
    </span>
  )
}
