import { useTranslation } from 'react-i18next'
import type { FormField } from '../../../shared/domain/forms.ts'
import type { Fields } from '../../../shared/domain/values.ts'
import { fieldsOfKind, missingFields } from '../../../shared/rules/forms/ticket-fields.ts'
import { FieldInput } from '../../components/field-input.tsx'
import type { ClosingAt, ClosingStep } from '../../data/closing-steps.ts'
import { fieldEdits } from '../../data/field-intents.ts'
import { useFieldNames } from '../../data/field-names.ts'
import classes from './closing.module.css'

const ANSWER = 'field.'
/** More are left to the pane: the sheet stays small. */
const MOST = 6

const neededAt = ({ view, thread }: ClosingAt): readonly FormField[] =>
  missingFields(fieldsOfKind(view.forms, thread.kind), view.fields).slice(0, MOST)

const typedIn = (answers: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      name.startsWith(ANSWER) && typeof value === 'string' ? [[name.slice(ANSWER.length), value]] : [],
    ),
  )

/** Fields the form of the kind needs and nobody has filled in: named, asked for, and never in the way. */
export const fields: ClosingStep = {
  key: 'fields',
  isAsked: at => neededAt(at).length > 0,
  defaults: () => ({}),
  Question: function FieldsQuestion({ answers, onAnswer, ...at }) {
    const { t } = useTranslation()
    const nameOf = useFieldNames()
    const typed = typedIn(answers)
    // What is filled in meanwhile, in the pane, is known.
    const asked = neededAt(at)
    if (asked.length === 0) return null
    return (
      <div className={classes['question']} data-wide>
        <span className={classes['label']}>{t('forms.needed')}</span>
        <div className={classes['needed']}>
          {asked.map(field => (
            <FieldInput
              key={field.key}
              size="xs"
              field={field}
              label={nameOf(field.key)}
              typed={typed[field.key] ?? ''}
              onType={text => onAnswer({ [`${ANSWER}${field.key}`]: text })}
            />
          ))}
        </div>
      </div>
    )
  },
  intents: (answers, at) => {
    const edits = fieldEdits(neededAt(at), at.view.fields, typedIn(answers))
    return edits.length === 0
      ? []
      : [{ name: 'ticket.setFields', args: { ticketId: at.view.ticketId, fields: edits } }]
  },
}
