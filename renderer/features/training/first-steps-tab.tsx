import { Button, Select } from '@mantine/core'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FirstSteps } from '../../../shared/domain/training.ts'
import type { StepLine } from '../../../shared/rules/training/first-steps.ts'
import { maySupervise } from '../../../shared/rules/supervising.ts'
import { howTo } from '../../commands/how-to.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { beginFirstSteps, hideSteps, markSteps } from '../../data/training-intents.ts'
import { useAgentName } from '../../data/use-agent-name.ts'
import { useFirstSteps, useOwnSteps } from '../../data/use-first-steps.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { useAgent } from '../../stores/session-store.ts'
import { STEP_COMMANDS } from './step-commands.ts'
import { useColleagues } from './use-colleagues.ts'
import classes from './training.module.css'

/** One's own first steps, and those of whom one accompanies. */
export function FirstStepsTab() {
  const { t } = useTranslation()
  const isSupervisor = maySupervise(useAgent()?.role ?? 'agent')
  const found = useFirstSteps()
  const nameOf = useAgentName()
  if (!found) return <Skeleton rows={6} />
  return (
    <>
      {found.accompanied.length > 0 && (
        <section className={classes['weekly']} aria-label={t('training.first.accompanied')}>
          <h3>{t('training.first.accompanied')}</h3>
          {found.accompanied.map(steps => (
            <Accompanied
              key={steps.id}
              steps={steps}
              name={nameOf(steps.newAgentId) ?? t('ticket.colleague')}
            />
          ))}
        </section>
      )}
      {found.own !== null && <Own steps={found.own} practised={found.practised} />}
      {isSupervisor && <BeginFor />}
      {found.own === null && <Begin />}
    </>
  )
}

function Begin() {
  const { t } = useTranslation()
  const me = useAgent()
  const [companion, setCompanion] = useState<string | null>(null)
  const colleagues = useColleagues()
  if (!me) return null
  return (
    <div className={classes['begin']}>
      <p className={classes['lead']}>{t('training.first.none')}</p>
      <Select
        searchable
        clearable
        label={t('training.first.companion')}
        description={t('training.first.companionHow')}
        data={colleagues}
        value={companion}
        onChange={setCompanion}
      />
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => void beginFirstSteps(me.id, companion)}>
          {t('training.first.begin')}
        </Button>
      </div>
    </div>
  )
}

function Own({ steps, practised }: { readonly steps: FirstSteps; readonly practised: number }) {
  const { t } = useTranslation()
  const lines = useOwnSteps(steps, practised)
  const done = lines.filter(({ isDone }) => isDone).length
  return (
    <section aria-label={t('training.first.own')}>
      <div className={classes['bar']}>
        <span className={classes['week']}>{t('training.first.progress', { done, all: lines.length })}</span>
        <SmallButton onClick={() => void hideSteps(steps, !steps.isHidden)}>
          {t(steps.isHidden ? 'training.first.callBack' : 'training.first.hide')}
        </SmallButton>
      </div>
      <ul className={classes['list']}>
        {lines.map(line => (
          <Step key={line.key} line={line} steps={steps} />
        ))}
      </ul>
    </section>
  )
}

const titleOf = ({ key, text }: StepLine): string => text ?? dynamicText(`training.first.step.${key}`) ?? key

function Step({ line, steps }: { readonly line: StepLine; readonly steps: FirstSteps }) {
  const { t } = useTranslation()
  const command = STEP_COMMANDS[line.key]
  return (
    <li className={classes['step']} data-done={line.isDone || undefined}>
      {line.isDone ? <IconCircleCheck size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
      <span dir="auto">
        {titleOf(line)}
        <span className="for-readers">
          {t(line.isDone ? 'training.first.isDone' : 'training.first.isOpen')}
        </span>
      </span>
      {line.amount && (
        <small>{t('training.first.amount', { done: line.amount[0], all: line.amount[1] })}</small>
      )}
      {!line.isDone && command && <small>{howTo(command)}</small>}
      {line.text !== null && (
        <SmallButton
          onClick={() => void markSteps(steps, line.isDone ? [] : [line.key], line.isDone ? [line.key] : [])}
        >
          {t(line.isDone ? 'training.first.undo' : 'training.first.tick')}
        </SmallButton>
      )}
    </li>
  )
}

function Accompanied({ steps, name }: { readonly steps: FirstSteps; readonly name: string }) {
  const { t } = useTranslation()
  const lines = useOwnSteps(steps, 0)
  const done = lines.filter(({ isDone }) => isDone).length
  const next = lines.find(({ isDone }) => !isDone)
  // Whoever has been shown around needs nobody beside them any more.
  if (!next) return null
  return (
    <section aria-label={t('training.first.of', { name })}>
      <div className={classes['entry']}>
        <span className={classes['who']}>
          <strong>{name}</strong> · {t('training.first.progress', { done, all: lines.length })}
          {` · ${t('training.first.next', { step: titleOf(next) })}`}
        </span>
      </div>
    </section>
  )
}

function BeginFor() {
  const { t } = useTranslation()
  const me = useAgent()
  const colleagues = useColleagues()
  const accompanied = useFirstSteps()?.accompanied ?? []
  if (!me) return null
  return (
    <Select
      my={18}
      searchable
      label={t('training.first.beginFor')}
      description={t('training.first.beginForHow')}
      data={colleagues.filter(({ value }) => !accompanied.some(({ newAgentId }) => newAgentId === value))}
      value={null}
      onChange={id => id !== null && void beginFirstSteps(id, me.id)}
    />
  )
}
