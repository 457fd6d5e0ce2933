import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunLine } from '../../../shared/contract/guides.ts'
import type { Guide, GuideStep } from '../../../shared/domain/guides.ts'
import { localWords } from '../../../shared/rules/diagnosis/known-details.ts'
import { givenAt } from '../../../shared/rules/guides/run-guide.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { answerGuide } from '../../data/diagnosis-intents.ts'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { FoundOut } from './found-out.tsx'
import classes from './guides.module.css'
import { RunHead } from './run-head.tsx'

type ChecklistRunProps = {
  readonly run: RunLine
  readonly guide: Guide
  readonly language: string | null
}

/** Every step, ticked off in any order; what does not apply is said so. */
export function ChecklistRun({ run, guide, language }: ChecklistRunProps) {
  return (
    <div className={classes['run']} role="group" aria-label={run.title}>
      <RunHead run={run} guide={guide} />
      <ul className={classes['ticks']}>
        {guide.steps.map(step => (
          <Tick key={step.id} run={run} step={step} language={language} />
        ))}
      </ul>
    </div>
  )
}

type TickProps = { readonly run: RunLine; readonly step: GuideStep; readonly language: string | null }

function Tick({ run, step, language }: TickProps) {
  const { t } = useTranslation()
  const standing = givenAt(run, step.id)
  const given = standing?.answer ?? null
  const say = step.say && localWords(step.say, language)
  const [isTyping, setTyping] = useState(false)
  const answer = (value: string | null): void =>
    void answerGuide(run, { stepId: step.id, answer: value, note: null })
  const tick = (): void => (given === 'done' ? answer(null) : step.from ? setTyping(true) : answer('done'))
  const actions: readonly (LineAction | null)[] = [
    given === 'skipped'
      ? { label: t('guides.unskip'), run: () => answer(null) }
      : { label: t('guides.skip'), run: () => answer('skipped') },
    say && canInsert() ? { label: t('guides.say'), run: () => insertWords(say) } : null,
  ]
  const hints = [
    given === 'skipped' ? t('guides.skipped') : null,
    step.isOptional ? t('guides.optional') : null,
    step.text,
  ]
  return (
    <li data-done={given === null ? undefined : true}>
      <Checkbox
        size="xs"
        mt={2}
        checked={given === 'done'}
        indeterminate={given === 'skipped'}
        aria-label={step.title}
        onChange={tick}
      />
      <span dir="auto">
        {step.title}
        {given === null || given === 'skipped' ? <small>{hints.filter(Boolean).join(' · ')}</small> : null}
        {given === 'done' && standing?.note ? <small>{standing.note}</small> : null}
        {isTyping && <FoundOut run={run} step={step} onDone={() => setTyping(false)} />}
      </span>
      <span className={classes['quiet']}>
        <LineMenu what={step.title} actions={actions} />
      </span>
    </li>
  )
}
