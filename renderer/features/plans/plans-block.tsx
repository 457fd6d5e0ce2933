import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanView } from '../../../shared/contract/relation.ts'
import { progressOf } from '../../../shared/rules/plans/progress.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { closeStep, endPlan } from '../../data/relation-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { moment } from '../../lib/format.ts'
import classes from './plans.module.css'
import { StepLine } from './step-line.tsx'

/** What the customer is led through, with how far it is and what comes next; one section for each plan that runs. */
export function PlansBlock({ customerId }: { readonly customerId: string }) {
  const plans = useLiveValue('plans.list', { customerId }) ?? []
  return plans
    .filter(({ state }) => state === 'active')
    .map(plan => <PlanSection key={plan.id} plan={plan} />)
}

function PlanSection({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isOpen, setOpen] = useState(false)
  const { done, all, next } = progressOf(plan.steps, nowMs)
  const share = all === 0 ? 0 : done / all
  return (
    <Section
      title={plan.name}
      detail={t('relation.plan.progress', { done, all })}
      action={
        <LineMenu
          what={plan.name}
          actions={[
            {
              label: t(isOpen ? 'relation.plan.fewer' : 'relation.plan.allSteps'),
              run: () => setOpen(open => !open),
            },
            { label: t('relation.plan.cancel'), run: () => void endPlan(plan, 'cancelled') },
          ]}
        />
      }
    >
      <div
        className={classes['bar']}
        role="progressbar"
        aria-label={plan.name}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      {next && (
        <div className={classes['next']}>
          <span dir="auto" className={next.dueAtMs < nowMs ? classes['late'] : undefined}>
            {t('relation.plan.next', { title: next.title, time: moment(next.dueAtMs, nowMs) })}
          </span>
          <SmallButton
            aria-label={t('relation.plan.doneWith', { title: next.title })}
            onClick={() => void closeStep(next, 'done')}
          >
            {t('relation.plan.done')}
          </SmallButton>
          <SmallButton aria-expanded={isOpen} onClick={() => setOpen(open => !open)}>
            {t(isOpen ? 'relation.plan.fewer' : 'relation.plan.steps')}
          </SmallButton>
        </div>
      )}
      {isOpen && (
        <ul className={classes['steps']}>
          {plan.steps.map(step => (
            <StepLine key={step.id} step={step} hasKind />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Technical steps of plans: done by whoever supports the customer, where they work. */
export function SupportSteps({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const plans = useLiveValue('plans.list', { customerId }) ?? []
  const steps = plans
    .filter(({ state }) => state === 'active')
    .flatMap(plan => plan.steps.map(step => ({ step, plan: plan.name })))
    .filter(({ step }) => step.kind === 'support' && step.state === 'open')
  if (steps.length === 0) return null
  return (
    <Section title={t('relation.plan.supportSteps')} detail={steps.length}>
      <ul>
        {steps.map(({ step, plan }) => (
          <StepLine key={step.id} step={step} plan={plan} />
        ))}
      </ul>
    </Section>
  )
}
