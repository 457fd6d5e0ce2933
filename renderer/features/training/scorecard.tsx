import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Scores, TrainingItem } from '../../../shared/domain/training.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import { criteriaOf, SCORE_STEPS } from '../../../shared/rules/training/scorecards.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import classes from './training.module.css'

/** What an answer of this pane is looked at for: the team's own criteria, else those that come along. */
export function useCriteria(pane: WorkKind): readonly TrainingItem[] {
  const lists = useLiveValue('trainingLists.list', {})
  const own = lists?.find(({ key }) => key === `${pane}-card`)?.items ?? null
  return criteriaOf(pane, own, key => dynamicText(`training.card.${key}`) ?? key)
}

type ScorecardProps = {
  readonly pane: WorkKind
  readonly scores: Scores
  readonly onChange: (scores: Scores) => void
}

/** A short scorecard to fill in. Steps have words, never points; there is no sum. */
export function Scorecard({ pane, scores, onChange }: ScorecardProps) {
  const { t } = useTranslation()
  const criteria = useCriteria(pane)
  return (
    <div className={classes['card']} role="group" aria-label={t('training.card.title')}>
      {criteria.map(({ id, text }) => (
        <div key={id} className={classes['criterion']}>
          <span dir="auto">{text}</span>
          <SegmentedControl
            aria-label={text}
            value={scores[id] === undefined ? '' : String(scores[id])}
            onChange={value => onChange({ ...scores, [id]: Number(value) })}
            data={SCORE_STEPS.map(step => ({ value: String(step), label: t(`training.card.step.${step}`) }))}
          />
        </div>
      ))}
    </div>
  )
}

/** The same, filled in: one line. */
export function ScoreLine({ pane, scores }: Pick<ScorecardProps, 'pane' | 'scores'>) {
  const criteria = useCriteria(pane)
  const said = criteria.flatMap(({ id, text }) => {
    const step = scores[id]
    const word = step === undefined ? null : dynamicText(`training.card.step.${step}`)
    return word === null ? [] : [`${text}: ${word}`]
  })
  if (said.length === 0) return null
  return (
    <span className={classes['facts']} dir="auto">
      {said.join(' · ')}
    </span>
  )
}
