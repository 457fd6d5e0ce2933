import { useTranslation } from 'react-i18next'
import type { Fields } from '../../../shared/domain/values.ts'
import { finishOf } from '../../../shared/rules/closing/two-closings.ts'
import { unresolvedOf } from '../../../shared/rules/closing/unresolved.ts'
import { WhenInput } from '../../components/when-input.tsx'
import { registerClosingStep } from '../../data/closing-steps.ts'
import type { ClosingStep } from '../../data/closing-steps.ts'
import { now } from '../../lib/clock.ts'
import { makeId } from '../../lib/make-id.ts'
import { openSession } from '../../stores/session-store.ts'
import { cause } from './cause-step.tsx'
import { Choice } from './choice.tsx'
import classes from './closing.module.css'
import { fields } from './fields-step.tsx'
import { resolved } from './resolved-step.tsx'
import { works } from './works-step.tsx'

const DAY_MS = 86_400_000
const textOf = (answers: Fields, key: string): string =>
  typeof answers[key] === 'string' ? answers[key].trim() : ''

const NEXT = ['none', 'follow-up', 'promise'] as const
type Next = (typeof NEXT)[number]

/** A next step with a date, unless one is agreed already. */
const next: ClosingStep = {
  key: 'next',
  isAsked: ({ view: { openFollowUps, openPromises, handshake } }) =>
    openPromises.length + openFollowUps.filter(({ id }) => id !== handshake?.followUpId).length === 0,
  // What a painful incident brought is the next step, and goes with the closing where that turns out to be none.
  isApt: (answers, { view }) => view.handshake === null || unresolvedOf(answers) === 'stays-open',
  defaults: ({ rule }) => ({ next: 'none', nextAtMs: now() + rule.nextDays * DAY_MS, nextText: '' }),
  Question: ({ answers, onAnswer }) => {
    const { t } = useTranslation()
    const value = NEXT.find(each => each === answers['next']) ?? 'none'
    return (
      <Choice<Next>
        label={t('between.next')}
        value={value}
        options={NEXT.map(each => [each, t(`between.nextKind.${each}`)] as const)}
        onChange={chosen => onAnswer({ next: chosen })}
      >
        {value !== 'none' && (
          <>
            <input
              className={classes['field']}
              dir="auto"
              aria-label={t('between.nextWhat')}
              placeholder={t('between.nextWhat')}
              value={String(answers['nextText'] ?? '')}
              onChange={event => onAnswer({ nextText: event.currentTarget.value })}
            />
            <WhenInput
              label={t('between.nextWhen')}
              valueMs={Number(answers['nextAtMs'])}
              onChange={atMs => onAnswer({ nextAtMs: atMs })}
            />
          </>
        )}
      </Choice>
    )
  },
  intents: (answers, { view }) => {
    if (answers['next'] !== 'follow-up' && answers['next'] !== 'promise') return []
    const ownerId = openSession()?.place.agent.id ?? null
    const of = {
      customerId: view.customerId,
      ticketId: view.ticketId,
      dueAtMs: Number(answers['nextAtMs']),
      ownerId,
    }
    const text = textOf(answers, 'nextText') || view.subject
    return answers['next'] === 'promise'
      ? [{ name: 'promise.add', args: { ...of, promiseId: makeId(), promise: text } }]
      : [
          {
            name: 'followUp.add',
            args: { ...of, followUpId: makeId(), title: text, reason: null, channel: null },
          },
        ]
  },
}

const SURVEYS = ['not-now', 'ask'] as const

/** Whether to ask the customer; never while something of theirs is down, and never twice about one ticket. */
const survey: ClosingStep = {
  key: 'survey',
  isAsked: ({ view, rule }) => rule.survey && view.survey !== null,
  defaults: () => ({ survey: 'not-now' }),
  // Nobody is asked how it was while they say that it is not solved.
  isApt: answers => unresolvedOf(answers) === null,
  Question: ({ answers, onAnswer }) => {
    const { t } = useTranslation()
    return (
      <Choice
        label={t('between.survey')}
        value={answers['survey'] === 'ask' ? 'ask' : 'not-now'}
        options={SURVEYS.map(each => [each, t(`between.surveyKind.${each}`)] as const)}
        onChange={value => onAnswer({ survey: value })}
      />
    )
  },
  intents: (answers, { view }) => {
    if (answers['survey'] !== 'ask' || view.survey === null) return []
    const { customerId, ticketId } = view
    const { kind, seen } = view.survey
    return [{ name: 'survey.ask', args: { surveyId: makeId(), customerId, ticketId, kind, seen } }]
  },
}

const STEPS = ['comes-back', 'waive'] as const

/** The service part ends before support does: it comes back then, or is waived with a reason. */
const relationship: ClosingStep = {
  key: 'relationship',
  isAsked: ({ view, thread }) =>
    thread.kind === 'service' && finishOf(view.threads, view.closings).function === 'open',
  defaults: () => ({ relationship: 'comes-back', reason: '' }),
  isApt: answers => unresolvedOf(answers) !== 'stays-open',
  Question: ({ answers, onAnswer }) => {
    const { t } = useTranslation()
    const value = answers['relationship'] === 'waive' ? 'waive' : 'comes-back'
    return (
      <Choice
        label={t('between.supportOpen')}
        value={value}
        options={STEPS.map(each => [each, t(`between.step.${each}`)] as const)}
        onChange={chosen => onAnswer({ relationship: chosen })}
      >
        {value === 'waive' && (
          <input
            className={classes['field']}
            dir="auto"
            aria-label={t('between.waiveReason')}
            placeholder={t('between.waiveReason')}
            value={String(answers['reason'] ?? '')}
            onChange={event => onAnswer({ reason: event.currentTarget.value })}
          />
        )}
      </Choice>
    )
  },
  intents: (answers, { thread }) => {
    const reason = textOf(answers, 'reason')
    if (answers['relationship'] !== 'waive' || reason === '') return []
    const args = { closingId: makeId(), threadId: thread.id, reason, seen: thread.state, seenUpToSeq: 0 }
    return [{ name: 'relationship.waive', args }]
  },
}

for (const step of [resolved, works, fields, relationship, next, cause, survey]) registerClosingStep(step)
