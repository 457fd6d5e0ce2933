import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanStep } from '../../../shared/domain/plans.ts'
import { KindMark } from '../../components/kind-mark.tsx'
import { FormInPlace } from '../../components/form-in-place.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line } from '../../components/section.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { closeStep, giveStep, moveStep } from '../../data/relation-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import { useAgent } from '../../stores/session-store.ts'
import classes from './plans.module.css'

type StepLineProps = {
  readonly step: PlanStep
  /** Both kinds stand in the list: say which it is. */
  readonly hasKind?: boolean
  readonly plan?: string
}

/** One step: ticked off, moved, taken or left out where it stands. */
export function StepLine({ step, hasKind = false, plan }: StepLineProps) {
  const { t } = useTranslation()
  const me = useAgent()
  const [isMoving, setMoving] = useState(false)
  const detail = useDetail(step)
  const isOpen = step.state === 'open'
  const actions: readonly (LineAction | null)[] = isOpen
    ? [
        { label: t('service.reschedule'), run: () => setMoving(true) },
        me && step.ownerId !== me.id
          ? { label: t('relation.plan.take'), run: () => void giveStep(step, me.id) }
          : null,
        canInsert() ? { label: t('service.mention'), run: () => insertWords(step.title) } : null,
        { label: t('relation.plan.skip'), run: () => void closeStep(step, 'skipped') },
      ]
    : [{ label: t('relation.plan.reopen'), run: () => void closeStep(step, 'open') }]
  return (
    <>
      <Line
        lead={
          <Checkbox
            mt={2}
            checked={step.state === 'done'}
            indeterminate={step.state === 'skipped'}
            aria-label={t('service.complete', { what: step.title })}
            onChange={() => void closeStep(step, isOpen ? 'done' : 'open')}
          />
        }
        title={<span className={isOpen ? undefined : classes['closed']}>{step.title}</span>}
        detail={[plan, detail].filter(Boolean).join(' · ')}
        aside={hasKind && step.kind !== 'other' ? <KindMark kind={step.kind} size={14} /> : undefined}
        quiet={<LineMenu what={step.title} actions={actions} />}
      />
      {isMoving && (
        <li>
          <MoveStep step={step} onDone={() => setMoving(false)} />
        </li>
      )}
    </>
  )
}

function useDetail({ state, dueAtMs, closedAtMs, ownerId }: PlanStep): string {
  const { t } = useTranslation()
  const nowMs = useNow()
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  const name = directory?.agents.find(({ id }) => id === ownerId)?.name
  const owner = ownerId === me?.id ? t('ticket.youLower') : name === undefined ? null : shortName(name)
  const time =
    state === 'open'
      ? t(dueAtMs < nowMs ? 'service.lateSince' : 'service.by', { time: moment(dueAtMs, nowMs) })
      : t(state === 'done' ? 'relation.plan.doneAt' : 'relation.plan.skippedAt', {
          time: moment(closedAtMs ?? dueAtMs, nowMs),
        })
  return [time, state === 'open' ? owner : null].filter(Boolean).join(' · ')
}

function MoveStep({ step, onDone }: { readonly step: PlanStep; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [atMs, setAtMs] = useState(step.dueAtMs)
  const move = (): void => {
    onDone()
    void moveStep(step, atMs)
  }
  return (
    <FormInPlace saveLabel={t('service.move')} onSave={move} onCancel={onDone}>
      <WhenInput label={t('service.due')} valueMs={atMs} onChange={setAtMs} />
    </FormInPlace>
  )
}
