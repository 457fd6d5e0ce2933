import { useTranslation } from 'react-i18next'
import type { AttentionField } from '../../../shared/contract/sync.ts'
import type { Taken } from '../../../shared/mutations/suggest-merge.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeValue } from '../../lib/describe-intent.ts'
import { fieldName } from '../../lib/field-name.ts'
import classes from './attention.module.css'
import { fieldKey } from './resolve.ts'

type FieldTableProps = {
  readonly fields: readonly AttentionField[]
  /** What is chosen so far, by field; null: there is nothing to choose one by one. */
  readonly chosen: ReadonlyMap<string, Taken> | null
  readonly onChoose: (field: AttentionField, take: Taken) => void
}

/** Field by field: what stood there, what I want, what stands there now, and what both would be together. */
export function FieldTable({ fields, chosen, onChoose }: FieldTableProps) {
  const { t } = useTranslation()
  if (fields.length === 0) return null
  const hasMerge = fields.some(({ suggestion }) => suggestion?.take === 'merged')
  return (
    <>
      <table className={classes['fields']}>
        <thead>
          <tr>
            <th scope="col">{t('attention.field')}</th>
            <th scope="col">{t('attention.base')}</th>
            <th scope="col">{t('attention.mine')}</th>
            <th scope="col">{t('attention.theirs')}</th>
            {hasMerge && <th scope="col">{t('attention.merged')}</th>}
          </tr>
        </thead>
        <tbody>
          {fields.map(field => (
            <FieldRow
              key={fieldKey(field)}
              field={field}
              hasMerge={hasMerge}
              chosen={chosen && (chosen.get(fieldKey(field)) ?? null)}
              canChoose={chosen !== null}
              onChoose={take => onChoose(field, take)}
            />
          ))}
        </tbody>
      </table>
      <Because fields={fields} />
    </>
  )
}

type FieldRowProps = {
  readonly field: AttentionField
  readonly hasMerge: boolean
  readonly canChoose: boolean
  readonly chosen: Taken | null
  readonly onChoose: (take: Taken) => void
}

/** Organisations a field is about, with their names. */
function useOrganisations({ field, seen, mine, theirs }: AttentionField) {
  const ids = [seen, mine, theirs].filter(each => typeof each === 'string')
  const isAsked = field === 'organisationId' && ids.length > 0
  return useLiveValue('organisations.find', isAsked ? { text: '', ids, limit: 12 } : null) ?? []
}

function FieldRow({ field, hasMerge, canChoose, chosen, onChoose }: FieldRowProps) {
  const directory = useLiveValue('directory.get', {})
  const name = fieldName(field.field)
  const organisations = useOrganisations(field)
  const value = (each: unknown): string =>
    organisations.find(({ id }) => id === each)?.name ?? describeValue(field.field, each, directory)
  const merged = field.suggestion?.take === 'merged' ? value(field.suggestion.value) : null
  const cell = (take: Taken, text: string | null) => (
    <td dir="auto" data-taken={chosen === take || undefined}>
      {text !== null && canChoose ? (
        <button
          type="button"
          role="radio"
          aria-checked={chosen === take}
          className={classes['choice']}
          onClick={() => onChoose(take)}
        >
          {text}
        </button>
      ) : (
        text
      )}
    </td>
  )
  return (
    <tr>
      <th scope="row">{name}</th>
      <td dir="auto">{value(field.seen)}</td>
      {cell('mine', value(field.mine))}
      {cell('theirs', value(field.theirs))}
      {hasMerge && cell('merged', merged)}
    </tr>
  )
}

const namesOf = (fields: readonly AttentionField[]): string =>
  fields.map(({ field }) => fieldName(field)).join(', ')

/** Why the rules suggest what they suggest, once for each reason, with the fields it is about where there are more. */
function Because({ fields }: Pick<FieldTableProps, 'fields'>) {
  const { t } = useTranslation()
  const open = fields.filter(({ suggestion }) => suggestion === null)
  const reasons = [...new Set(fields.flatMap(({ suggestion }) => suggestion?.because ?? []))]
  const about = (reason: string) => fields.filter(({ suggestion }) => suggestion?.because === reason)
  return (
    <div className={classes['because']}>
      {reasons.map(reason => (
        <p key={reason}>
          {about(reason).length < fields.length && `${namesOf(about(reason))} · `}
          {t(`attention.because.${reason}`)}
        </p>
      ))}
      {open.length > 0 && <p>{t('attention.youDecide', { fields: namesOf(open) })}</p>}
    </div>
  )
}
