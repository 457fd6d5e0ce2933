import { SegmentedControl, Select } from '@mantine/core'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PracticeCase } from '../../../shared/contract/training.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { PracticeCaseView } from './practice-case.tsx'
import { PracticeRuns } from './practice-runs.tsx'
import classes from './training.module.css'

const WHICH = ['service', 'support', 'runs'] as const
type Which = (typeof WHICH)[number]
type Chosen = { readonly ticketId: string; readonly pane: WorkKind }

/** Past tickets to practise with. Whatever is written here is a note of one's own: it has no receiver and cannot leave. */
export function PracticeTab() {
  const { t } = useTranslation()
  const [which, setWhich] = useState<Which>('service')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  if (chosen)
    return (
      <PracticeCaseView
        key={chosen.ticketId}
        ticketId={chosen.ticketId}
        pane={chosen.pane}
        onDone={isKept => {
          setChosen(null)
          if (isKept) setWhich('runs')
        }}
      />
    )
  return (
    <>
      <div className={classes['bar']}>
        <SegmentedControl<Which>
          aria-label={t('training.practice.which')}
          value={which}
          onChange={setWhich}
          data={WHICH.map(value => ({ value, label: t(`training.practice.of.${value}`) }))}
        />
      </div>
      {which === 'runs' ? <PracticeRuns /> : <Cases pane={which} onChoose={setChosen} />}
    </>
  )
}

type CasesProps = { readonly pane: WorkKind; readonly onChoose: (chosen: Chosen) => void }

function Cases({ pane, onChoose }: CasesProps) {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<string | null>(null)
  const [topic, setTopic] = useState<string | null>(null)
  const found = useLiveQuery('practice.cases', { pane, language, topic })
  if (found.state === 'loading') return <Skeleton rows={6} />
  if (found.state === 'failed') return <LoadFailed error={found.error} onRetry={found.reload} />
  const { cases, languages, topics } = found.value
  const isFiltered = language !== null || topic !== null
  return (
    <>
      <p className={classes['hint']}>{t('training.practice.how')}</p>
      <div className={classes['bar']}>
        <Wish
          label={t('training.practice.language')}
          data={languages}
          value={language}
          onChange={setLanguage}
        />
        <Wish label={t('training.practice.topic')} data={topics} value={topic} onChange={setTopic} />
      </div>
      {cases.length === 0 && (
        <EmptyState>{t(isFiltered ? 'training.practice.noneFits' : 'training.practice.none')}</EmptyState>
      )}
      <ul className={classes['list']} aria-label={t(`training.practice.of.${pane}`)}>
        {cases.map(past => (
          <li key={past.ticketId}>
            <button type="button" className={classes['open']} onClick={() => onChoose(past)}>
              <strong dir="auto">{past.title}</strong>
              <span dir="auto">{past.preview}</span>
              <small className={classes['facts']}>{factsOf(past)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

type WishProps = {
  readonly label: string
  readonly data: readonly string[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

function Wish({ label, data, value, onChange }: WishProps) {
  return (
    <Select
      clearable
      aria-label={label}
      placeholder={label}
      w={170}
      data={[...data]}
      value={value}
      onChange={onChange}
    />
  )
}

const factsOf = (past: PracticeCase): string =>
  [
    past.isPractised ? i18next.t('training.practice.practised') : null,
    past.language?.slice(0, 2).toUpperCase() ?? null,
    ...past.because.map(each => i18next.t(`training.practice.because.${each}`)),
    ...past.topics.slice(0, 3),
  ]
    .filter(Boolean)
    .join(' · ')
