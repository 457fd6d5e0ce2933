import { Checkbox } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComplaintView } from '../../../../shared/contract/cases.ts'
import { SEVERITIES } from '../../../../shared/domain/cases.ts'
import type { RecoveryStep } from '../../../../shared/domain/cases.ts'
import { isUnresolved, reviewRisk } from '../../../../shared/rules/cases/review-risk.ts'
import { Chip } from '../../../components/chip.tsx'
import type { Tone } from '../../../components/chip.tsx'
import { LineMenu } from '../../../components/line-menu.tsx'
import type { LineAction } from '../../../components/line-menu.tsx'
import { Line, Section } from '../../../components/section.tsx'
import { editComplaint, tickStep } from '../../../data/case-intents.ts'
import { useAgentName } from '../../../data/use-agent-name.ts'
import { useNow } from '../../../lib/clock.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { dateOnly, moment } from '../../../lib/format.ts'
import { openSession } from '../../../stores/session-store.ts'
import classes from '../cases/cases.module.css'
import { AddStep } from './add-step.tsx'
import { Resolve } from './resolve.tsx'

const tones: Readonly<Record<string, Tone>> = { medium: 'warning', high: 'bad', critical: 'bad' }

/** Complaints that are not resolved, with their plans; one that may end in a bad review says why. */
export function Complaints({ complaints }: { readonly complaints: readonly ComplaintView[] }) {
  const { t } = useTranslation()
  const open = complaints.filter(isUnresolved)
  if (open.length === 0) return null
  return (
    <Section title={t('cases.complaints')} detail={open.length}>
      <ul>
        {open.map(complaint => (
          <ComplaintLine key={complaint.id} complaint={complaint} />
        ))}
      </ul>
    </Section>
  )
}

type Asked = 'step' | 'resolve' | null

function ComplaintLine({ complaint }: { readonly complaint: ComplaintView }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const name = useAgentName()
  const [asked, setAsked] = useState<Asked>(null)
  const { title, severity, ownerId, openedAtMs, steps } = complaint
  const owner = name(ownerId)
  const facts = [
    owner === null ? t('cases.noOwner') : t('cases.owned', { name: owner }),
    dateOnly(openedAtMs, nowMs),
  ]
  return (
    <Line
      title={title}
      detail={
        <>
          {facts.join(' · ')}
          <Risk complaint={complaint} />
          {steps.length > 0 && (
            <span className={classes['steps']} role="group" aria-label={t('cases.plan')}>
              {steps.map(step => (
                <Step key={step.id} step={step} />
              ))}
            </span>
          )}
          {asked === 'step' && <AddStep complaint={complaint} onClose={() => setAsked(null)} />}
          {asked === 'resolve' && <Resolve complaint={complaint} onClose={() => setAsked(null)} />}
        </>
      }
      aside={
        <Chip tone={tones[severity] ?? 'plain'}>
          {dynamicText(`cases.severities.${severity}`) ?? severity}
        </Chip>
      }
      quiet={<LineMenu what={title} actions={actionsOf(complaint, setAsked, t)} />}
    />
  )
}

/** Why it may end in a bad review. */
function Risk({ complaint }: { readonly complaint: ComplaintView }) {
  const { t } = useTranslation()
  const reasons = reviewRisk({ complaint, steps: complaint.steps, nowMs: useNow() })
  if (reasons.length === 0) return null
  return (
    <span className={classes['reasons']}>
      <Chip tone="bad">{t('cases.reviewRisk')}</Chip>
      {reasons.map(reason => (
        <Chip key={reason}>{t(`cases.risk.${reason}`)}</Chip>
      ))}
    </span>
  )
}

function Step({ step }: { readonly step: RecoveryStep }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const isDone = step.doneAtMs !== null
  const isLate = !isDone && step.dueAtMs < nowMs
  const time = moment(step.doneAtMs ?? step.dueAtMs, nowMs)
  return (
    <span className={classes['step']} data-done={isDone || undefined}>
      <Checkbox
        size="xs"
        aria-label={step.title}
        checked={isDone}
        onChange={() => void tickStep(step, !isDone)}
      />
      <span dir="auto">
        {step.title}
        {' · '}
        <span className={isLate ? classes['late'] : undefined}>
          {isDone ? time : t(isLate ? 'service.lateSince' : 'service.by', { time })}
        </span>
      </span>
    </span>
  )
}

function actionsOf(
  complaint: ComplaintView,
  ask: (asked: Asked) => void,
  t: TFunction,
): readonly (LineAction | null)[] {
  const { severity, ownerId, mentionsReview, state } = complaint
  const meId = openSession()?.place.agent.id ?? null
  const at = SEVERITIES.findIndex(each => each === severity)
  const worse = SEVERITIES[at + 1]
  const better = at > 0 ? SEVERITIES[at - 1] : undefined
  const weigh = (value: (typeof SEVERITIES)[number] | undefined): LineAction | null =>
    value === undefined
      ? null
      : {
          label: t('cases.setSeverity', { severity: t(`cases.severities.${value}`) }),
          run: () => void editComplaint(complaint, [{ field: 'severity', seen: severity, value }]),
        }
  return [
    { label: t('cases.addStep'), run: () => ask('step') },
    { label: t('cases.resolve'), run: () => ask('resolve') },
    ownerId === meId || meId === null
      ? null
      : {
          label: t('cases.takeIt'),
          run: () => void editComplaint(complaint, [{ field: 'ownerId', seen: ownerId, value: meId }]),
        },
    weigh(worse),
    weigh(better),
    {
      label: t(mentionsReview ? 'cases.noReview' : 'cases.mentionsReview'),
      run: () =>
        void editComplaint(complaint, [
          { field: 'mentionsReview', seen: mentionsReview, value: !mentionsReview },
        ]),
    },
    {
      label: t('cases.withdrawComplaint'),
      run: () => void editComplaint(complaint, [{ field: 'state', seen: state, value: 'withdrawn' }]),
    },
  ]
}
