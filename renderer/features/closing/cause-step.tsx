import { useTranslation } from 'react-i18next'
import { CAUSE_CATEGORIES, CAUSE_REMEDIES } from '../../../shared/domain/incidents.ts'
import type { CauseCategory, CauseRemedy } from '../../../shared/domain/incidents.ts'
import type { Fields } from '../../../shared/domain/values.ts'
import { unresolvedOf } from '../../../shared/rules/closing/unresolved.ts'
import type { ClosingStep } from '../../data/closing-steps.ts'
import { isWebAddress } from '../../lib/is-web-address.ts'
import { makeId } from '../../lib/make-id.ts'
import classes from './closing.module.css'

const categoryOf = (answers: Fields): CauseCategory =>
  CAUSE_CATEGORIES.find(each => each === answers['causeCategory']) ?? 'unknown'

/** What ended it; nothing did while it is not resolved. */
const remedyOf = (answers: Fields): CauseRemedy =>
  unresolvedOf(answers) === null
    ? (CAUSE_REMEDIES.find(each => each === answers['causeRemedy']) ?? 'fix')
    : 'none'

const textOf = (answers: Fields): string => {
  const words = answers['cause']
  return typeof words === 'string' ? words.trim() : ''
}

/** Support is done when the cause is recorded: what it was, what ended it, and under which product it counts. */
export const cause: ClosingStep = {
  key: 'cause',
  isAsked: ({ view, thread }) => thread.kind === 'support' && !view.hasCause,
  defaults: ({ view: { causeStart } }) => ({
    cause: causeStart.remedyText,
    causeCategory: causeStart.category ?? 'unknown',
    causeRemedy: causeStart.remedy,
  }),
  Question: ({ answers, onAnswer }) => {
    const { t } = useTranslation()
    const remedy = remedyOf(answers)
    const pick = (key: string, label: string, options: readonly (readonly [string, string])[]) => (
      <select
        className={classes['pick']}
        aria-label={label}
        value={key === 'causeRemedy' ? remedy : categoryOf(answers)}
        onChange={event => onAnswer({ [key]: event.currentTarget.value })}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    )
    return (
      <div className={classes['question']} data-wide>
        <label htmlFor="closing-cause">{t('between.cause')}</label>
        {pick(
          'causeCategory',
          t('between.causeCategory'),
          CAUSE_CATEGORIES.map(each => [each, t(`causeCategory.${each}`)]),
        )}
        {unresolvedOf(answers) === null &&
          pick(
            'causeRemedy',
            t('rootCause.remedy'),
            CAUSE_REMEDIES.map(each => [each, t(`causeRemedy.${each}`)]),
          )}
        <input
          id="closing-cause"
          className={classes['field']}
          dir="auto"
          placeholder={t(remedy === 'community' ? 'between.communityHint' : 'between.causeHint')}
          value={String(answers['cause'] ?? '')}
          onChange={event => onAnswer({ cause: event.currentTarget.value })}
        />
      </div>
    )
  },
  isApt: answers => unresolvedOf(answers) !== 'stays-open',
  intents: (answers, { view }) => {
    const { evidence, assetId, productId, version } = view.causeStart
    const [text, category, remedy] = [textOf(answers), categoryOf(answers), remedyOf(answers)]
    const isSaid =
      text !== '' || category !== 'unknown' || (unresolvedOf(answers) === null && remedy !== 'fix')
    if (!isSaid) return []
    const isAddress = isWebAddress(text)
    const content = {
      category,
      evidence: category === view.causeStart.category ? evidence : '',
      remedy,
      remedyText: isAddress ? '' : text,
      url: isAddress ? text : null,
      assetId,
      productId,
      version,
    }
    return [{ name: 'cause.record', args: { causeId: makeId(), ticketId: view.ticketId, seen: 0, content } }]
  },
}
