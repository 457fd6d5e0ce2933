import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeRun } from '../../../shared/domain/training.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { sharePractice } from '../../data/training-intents.ts'
import { useAgentName } from '../../data/use-agent-name.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { useAgent } from '../../stores/session-store.ts'
import { ScoreLine } from './scorecard.tsx'
import { useColleagues } from './use-colleagues.ts'
import classes from './training.module.css'

/** Answers practised so far, and those colleagues have shown. */
export function PracticeRuns() {
  const { t } = useTranslation()
  const found = useLiveQuery('practice.runs', {})
  const [openId, setOpenId] = useState<string | null>(null)
  const nameOf = useAgentName()
  const me = useAgent()
  const nowMs = useNow()
  if (found.state === 'loading') return <Skeleton rows={4} />
  if (found.state === 'failed') return <LoadFailed error={found.error} onRetry={found.reload} />
  const open = found.value.find(({ id }) => id === openId)
  if (open) return <Run run={open} onBack={() => setOpenId(null)} />
  if (found.value.length === 0) return <EmptyState>{t('training.practice.noRuns')}</EmptyState>
  return (
    <ul className={classes['list']} aria-label={t('training.practice.of.runs')}>
      {found.value.map(run => (
        <li key={run.id}>
          <button type="button" className={classes['open']} onClick={() => setOpenId(run.id)}>
            <strong dir="auto">{run.title}</strong>
            <span>
              {[
                run.traineeId === me?.id
                  ? null
                  : t('training.practice.by', { name: nameOf(run.traineeId) ?? t('ticket.colleague') }),
                dateOnly(run.startedAtMs, nowMs),
                run.finishedAtMs === null ? t('training.practice.unfinished') : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type RunProps = { readonly run: PracticeRun; readonly onBack: () => void }

function Run({ run, onBack }: RunProps) {
  const { t } = useTranslation()
  const me = useAgent()
  const isGuest = useIsGuest()
  const pane = run.pane === 'other' ? 'service' : run.pane
  return (
    <article className={classes['run']} aria-label={run.title}>
      <div className={classes['bar']}>
        <SmallButton onClick={onBack}>{t('training.practice.back')}</SmallButton>
      </div>
      <h3 dir="auto">{run.title}</h3>
      <p className={classes['words']} dir="auto">
        {run.question}
      </p>
      <div className={classes['pair']}>
        <Answer title={t('training.practice.practisedAnswer')} text={run.answer} />
        <Answer title={t('training.practice.theirs')} text={run.given} />
      </div>
      <p>
        <ScoreLine pane={pane} scores={run.scores} />
      </p>
      {run.thoughts !== '' && (
        <p className={classes['reason']} dir="auto">
          {run.thoughts}
        </p>
      )}
      {run.traineeId === me?.id && !isGuest && <Sharing run={run} />}
    </article>
  )
}

function Answer({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <h4>{title}</h4>
      <div className={classes['turn']} data-from="us" dir="auto">
        {text}
      </div>
    </div>
  )
}

/** Only whoever is chosen here gets a copy; it is the hub that gives it. */
function Sharing({ run }: { readonly run: PracticeRun }) {
  const { t } = useTranslation()
  const colleagues = useColleagues()
  return (
    <>
      <h4>{t('training.practice.shared')}</h4>
      <ul className={classes['list']}>
        {run.sharedWith.map(id => (
          <li key={id} className={classes['step']}>
            <span>{colleagues.find(({ value }) => value === id)?.label ?? t('ticket.colleague')}</span>
            <SmallButton onClick={() => void sharePractice(run, id, false)}>
              {t('training.practice.unshare')}
            </SmallButton>
          </li>
        ))}
      </ul>
      <Select
        searchable
        label={t('training.practice.shareWith')}
        description={t('training.practice.shareHow')}
        data={colleagues.filter(({ value }) => !run.sharedWith.includes(value))}
        value={null}
        onChange={id => id !== null && void sharePractice(run, id, true)}
      />
    </>
  )
}
