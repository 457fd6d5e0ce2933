import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeStory, PracticeTurn } from '../../../shared/contract/training.ts'
import type { Scores } from '../../../shared/domain/training.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { keepPractice } from '../../data/training-intents.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { makeId } from '../../lib/make-id.ts'
import { Ending } from './ending.tsx'
import { Scorecard } from './scorecard.tsx'
import classes from './training.module.css'

type CaseProps = {
  readonly ticketId: string
  readonly pane: WorkKind
  readonly onDone: (isKept: boolean) => void
}

/** One past ticket: read, answer, then see what was answered and how it ended, and look at one's own answer. */
export function PracticeCaseView({ ticketId, pane, onDone }: CaseProps) {
  const { t } = useTranslation()
  const found = useLiveQuery('practice.story', { ticketId, pane })
  if (found.state === 'loading') return <Skeleton rows={6} />
  if (found.state === 'failed' || found.value === null)
    return <EmptyState action={<BackButton onDone={onDone} />}>{t('training.practice.gone')}</EmptyState>
  return <Case story={found.value} onDone={onDone} />
}

function BackButton({ onDone }: Pick<CaseProps, 'onDone'>) {
  const { t } = useTranslation()
  return <SmallButton onClick={() => onDone(false)}>{t('training.practice.back')}</SmallButton>
}

/** As much of it as a run keeps. */
const MOST_KEPT = 20_000
const wordsOf = (turns: readonly PracticeTurn[]): string =>
  turns
    .map(({ text }) => text)
    .join('\n\n')
    .slice(0, MOST_KEPT)

type OpenCaseProps = { readonly story: PracticeStory; readonly onDone: CaseProps['onDone'] }

function Case({ story, onDone }: OpenCaseProps) {
  const { t } = useTranslation()
  const [runId] = useState(makeId)
  const [answer, setAnswer] = useState('')
  const [isShown, setShown] = useState(false)
  const [scores, setScores] = useState<Scores>({})
  const [thoughts, setThoughts] = useState('')
  const keep = (isFinished: boolean) =>
    keepPractice({
      runId,
      ticketId: story.ticketId,
      pane: story.pane,
      title: story.title.slice(0, 200),
      question: wordsOf(story.question),
      given: wordsOf(story.given.filter(({ from }) => from === 'us')),
      answer: answer.trim(),
      scores: { ...scores },
      thoughts: thoughts.trim(),
      isFinished,
    })
  const show = async (): Promise<void> => {
    if (answer.trim() !== '' && (await keep(false)) !== null) setShown(true)
  }
  const finish = async (): Promise<void> => {
    if ((await keep(true)) !== null) onDone(true)
  }
  return (
    <article className={classes['run']} aria-label={story.title}>
      <div className={classes['bar']}>
        <BackButton onDone={onDone} />
      </div>
      <h3 dir="auto">{story.title}</h3>
      <p className={classes['hint']}>{t('training.practice.safe')}</p>
      <Turns turns={story.question} />
      {isShown ? (
        <>
          <Compared answer={answer} story={story} />
          <Ending story={story} />
          <h4>{t('training.card.own')}</h4>
          <Scorecard pane={story.pane} scores={scores} onChange={setScores} />
          <Textarea
            dir="auto"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4_000}
            label={t('training.practice.thoughts')}
            value={thoughts}
            onChange={event => setThoughts(event.currentTarget.value)}
          />
          <div className={classes['actions']}>
            <Button onClick={() => void finish()}>{t('training.practice.finish')}</Button>
          </div>
        </>
      ) : (
        <AnswerForm answer={answer} onChange={setAnswer} onShow={() => void show()} />
      )}
    </article>
  )
}

type AnswerFormProps = {
  readonly answer: string
  readonly onChange: (answer: string) => void
  readonly onShow: () => void
}

/** Where the answer is written: a field of its own, without a receiver and without a way to send. */
function AnswerForm({ answer, onChange, onShow }: AnswerFormProps) {
  const { t } = useTranslation()
  return (
    <>
      <Textarea
        autoFocus
        dir="auto"
        autosize
        minRows={6}
        maxRows={16}
        maxLength={MOST_KEPT}
        label={t('training.practice.answer')}
        value={answer}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <div className={classes['actions']}>
        <Button disabled={answer.trim() === ''} onClick={onShow}>
          {t('training.practice.show')}
        </Button>
      </div>
    </>
  )
}

function Compared({ answer, story }: { readonly answer: string; readonly story: PracticeStory }) {
  const { t } = useTranslation()
  return (
    <div className={classes['pair']}>
      <div>
        <h4>{t('training.practice.yours')}</h4>
        <Turns turns={[{ from: 'us', text: answer }]} isBare />
      </div>
      <div>
        <h4>{t('training.practice.theirs')}</h4>
        <Turns turns={story.given} />
      </div>
    </div>
  )
}

type TurnsProps = { readonly turns: readonly PracticeTurn[]; readonly isBare?: boolean }

function Turns({ turns, isBare = false }: TurnsProps) {
  const { t } = useTranslation()
  return turns.map(({ from, text }, index) => (
    // Turns never move: their place is their name.
    <div key={`${index}-${from}`} className={classes['turn']} data-from={from} dir="auto">
      {!isBare && <small>{t(`training.practice.from.${from}`)}</small>}
      {text}
    </div>
  ))
}
