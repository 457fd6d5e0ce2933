import { useTranslation } from 'react-i18next'
import { unresolvedOf } from '../../../shared/rules/closing/unresolved.ts'
import type { ClosingStep } from '../../data/closing-steps.ts'
import { Choice } from './choice.tsx'

const NAMES = ['yes', 'no'] as const

/** What the ticket was about is still marked as down: whoever solves it knows best whether it runs again. */
export const works: ClosingStep = {
  key: 'works',
  isAsked: ({ view, thread }) => thread.kind === 'support' && view.stillDown !== null,
  defaults: () => ({ works: true }),
  isApt: answers => unresolvedOf(answers) === null,
  Question: ({ view, answers, onAnswer }) => {
    const { t } = useTranslation()
    return (
      <Choice<'yes' | 'no'>
        label={t('between.works', { name: view.stillDown?.name })}
        value={answers['works'] === false ? 'no' : 'yes'}
        options={NAMES.map(each => [each, t(`between.${each}`)] as const)}
        onChange={value => onAnswer({ works: value === 'yes' })}
      />
    )
  },
  intents: (answers, { view: { stillDown } }) => {
    if (answers['works'] === false || stillDown === null) return []
    const { id: assetId, state, downSinceMs } = stillDown
    const fields = [
      { field: 'state', seen: state, value: 'in-use' },
      { field: 'downSinceMs', seen: downSinceMs, value: null },
    ]
    return [{ name: 'asset.update', args: { assetId, fields } }]
  },
}
