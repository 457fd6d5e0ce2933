import { useTranslation } from 'react-i18next'
import type { Fields } from '../../../shared/domain/values.ts'
import { restoreOpen, UNRESOLVED_REASONS, unresolvedOf } from '../../../shared/rules/closing/unresolved.ts'
import type { Unresolved } from '../../../shared/rules/closing/unresolved.ts'
import type { ClosingStep } from '../../data/closing-steps.ts'
import { seenUpTo } from '../../data/seen.ts'
import { Choice } from './choice.tsx'
import classes from './closing.module.css'

type YesNo = 'yes' | 'no'

/** A "no" keeps the work open with a next step, unless somebody says why it ends all the same. */
const afterNo = (answers: Fields): Fields => ({
  resolved: false,
  unresolved: 'stays-open',
  ...(answers['next'] === 'none' ? { next: 'follow-up' } : {}),
})

/** Was it resolved, and was there anything else? Not resolved: what happens now. */
export const resolved: ClosingStep = {
  key: 'resolved',
  isAsked: () => true,
  defaults: () => ({ resolved: true, more: false }),
  Question: ({ answers, onAnswer }) => {
    const { t } = useTranslation()
    const options = [
      ['yes', t('between.yes')],
      ['no', t('between.no')],
    ] as const
    const valueOf = (key: string): YesNo => (answers[key] === true ? 'yes' : 'no')
    const unresolved = unresolvedOf(answers)
    return (
      <>
        <Choice<YesNo>
          label={t('between.resolved')}
          value={valueOf('resolved')}
          options={options}
          onChange={value =>
            onAnswer(value === 'yes' ? { resolved: true, unresolved: '' } : afterNo(answers))
          }
        />
        {unresolved !== null && <WhatNow value={unresolved} onAnswer={onAnswer} />}
        <Choice<YesNo>
          label={t('between.more')}
          value={valueOf('more')}
          options={options}
          onChange={value => onAnswer({ more: value === 'yes' })}
        />
      </>
    )
  },
  intents: (answers, { thread }) => {
    if (unresolvedOf(answers) !== 'stays-open' || thread.state !== 'solved') return []
    const args = {
      threadId: thread.id,
      state: 'open',
      seen: thread.state,
      seenUpToSeq: seenUpTo(thread.ticketId),
      restore: restoreOpen(thread),
    }
    return [{ name: 'thread.setState', args }]
  },
}

type WhatNowProps = { readonly value: Unresolved; readonly onAnswer: (answers: Fields) => void }

function WhatNow({ value, onAnswer }: WhatNowProps) {
  const { t } = useTranslation()
  const isOpen = value === 'stays-open'
  return (
    <Choice<'open' | 'closed'>
      label={t('unresolved.whatNow')}
      value={isOpen ? 'open' : 'closed'}
      options={[
        ['open', t('unresolved.stays-open')],
        ['closed', t('unresolved.closeAnyway')],
      ]}
      onChange={next => onAnswer({ unresolved: next === 'open' ? 'stays-open' : 'no-answer' })}
    >
      {!isOpen && (
        <select
          className={classes['pick']}
          aria-label={t('unresolved.why')}
          value={value}
          onChange={event => onAnswer({ unresolved: event.currentTarget.value })}
        >
          {UNRESOLVED_REASONS.map(each => (
            <option key={each} value={each}>
              {t(`unresolved.${each}`)}
            </option>
          ))}
        </select>
      )}
    </Choice>
  )
}
