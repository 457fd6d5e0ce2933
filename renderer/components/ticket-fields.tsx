import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FormField, TicketFormRow } from '../../shared/domain/forms.ts'
import type { Fields } from '../../shared/domain/values.ts'
import {
  fieldsOfKind,
  isEmpty,
  missingFields,
  otherNames,
  typeOf,
  valueText,
} from '../../shared/rules/forms/ticket-fields.ts'
import { shortcutFor } from '../commands/command-table.ts'
import { liveThreads } from '../data/current-ticket.ts'
import { useFieldNames } from '../data/field-names.ts'
import { useIsGuest } from '../data/guest.ts'
import { useLiveValue } from '../data/use-live-query.ts'
import { dateOnly, decimalMark } from '../lib/format.ts'
import { useNow } from '../lib/clock.ts'
import { fieldLines, paneOf } from '../lib/ticket-field-lines.ts'
import type { FieldLine } from '../lib/ticket-field-lines.ts'
import { endFields, useWrittenFields, writeFields } from '../stores/fields-store.ts'
import { IconButton } from './icon-button.tsx'
import type { MarkKind } from './kind-mark.tsx'
import { Line, Section } from './section.tsx'
import { TicketFieldsForm } from './ticket-fields-form.tsx'
import classes from './ticket-fields.module.css'

type TicketFieldsProps = { readonly ticketId: string | null; readonly kind: MarkKind }
type Pane = 'service' | 'support'

/** Values that speak for themselves stand without their name. */
const PLAIN: readonly string[] = ['frequency', 'result', 'since']

type Shown = {
  /** What the form of this kind asks for; nothing where the ticket is of another kind. */
  readonly asked: readonly FormField[]
  /** What stands there besides: of imports, of a kind it had before. */
  readonly others: Fields
}

function shownIn(pane: Pane, forms: readonly TicketFormRow[], ticket: Seen): Shown {
  const { fields, kinds } = ticket
  const names = new Set(otherNames(forms, kinds, fields))
  return {
    asked: kinds.includes(pane) ? fieldsOfKind(forms, pane) : [],
    others: Object.fromEntries(
      Object.entries(fields).filter(([name]) => names.has(name) && paneOf(name, kinds) === pane),
    ),
  }
}
type Seen = { readonly fields: Fields; readonly kinds: readonly string[] }

/** What was found out for the ticket at hand, each where its kind of work is done; written where it stands. */
export function TicketFields({ ticketId, kind }: TicketFieldsProps) {
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const forms = useLiveValue('ticketForms.list', {})
  if (ticketId === null || !view || !forms) return null
  const kinds = liveThreads(view.threads).map(thread => thread.kind)
  const shown = shownIn(kind, forms, { fields: view.ticket.fields, kinds })
  if (shown.asked.length === 0 && Object.keys(shown.others).length === 0) return null
  return <Block key={ticketId} ticketId={ticketId} pane={kind} shown={shown} fields={view.ticket.fields} />
}

type BlockProps = {
  readonly ticketId: string
  readonly pane: Pane
  readonly shown: Shown
  readonly fields: Fields
}

function Block({ ticketId, pane, shown, fields }: BlockProps) {
  const { t } = useTranslation()
  const written = useWrittenFields()
  const isWriting = written.ticketId === ticketId && written.pane === pane
  const { known } = fieldLines(shown.others)
  const write = (field: string | null): void => writeFields({ ticketId, pane, field })
  return (
    <Section
      title={t(pane === 'support' ? 'support.details' : 'service.details')}
      detail={pane === 'support' && known !== null ? t('support.known', known) : undefined}
      action={
        <IconButton
          label={t('forms.edit')}
          shortcut={shortcutFor('fields.edit')}
          icon={<IconPencil />}
          onClick={() => (isWriting ? endFields() : write(null))}
        />
      }
    >
      {isWriting ? (
        <TicketFieldsForm
          ticketId={ticketId}
          asked={shown.asked}
          others={shown.others}
          fields={fields}
          first={written.field}
          onDone={endFields}
        />
      ) : (
        <Values shown={shown} fields={fields} onWrite={write} />
      )}
    </Section>
  )
}

type ValuesProps = Pick<BlockProps, 'shown' | 'fields'> & { readonly onWrite: (field: string) => void }

function Values({ shown, fields, onWrite }: ValuesProps) {
  const nameOf = useFieldNames()
  const isGuest = useIsGuest()
  const { lines } = fieldLines(shown.others)
  const opening = (name: string) => (isGuest ? undefined : () => onWrite(name))
  const detailOf = ({ details }: FieldLine): string =>
    details
      .map(({ name, value }) =>
        PLAIN.includes(name) ? value : `${nameOf(name).toLocaleLowerCase()}: ${value}`,
      )
      .join(' · ')
  return (
    <>
      <Asked asked={shown.asked} fields={fields} onWrite={isGuest ? null : onWrite} />
      <ul>
        {lines.map(line => (
          <Line
            key={line.name}
            title={`${nameOf(line.name)}: ${line.value}`}
            detail={detailOf(line) || null}
            onOpen={opening(line.name)}
          />
        ))}
      </ul>
      {!isGuest && <Empty asked={shown.asked} fields={fields} onWrite={onWrite} />}
    </>
  )
}

type AskedProps = {
  readonly asked: readonly FormField[]
  readonly fields: Fields
  /** Null for who may only read. */
  readonly onWrite: ((field: string) => void) | null
}

/** What was written into the fields of the form, beside each other: short as it is. */
function Asked({ asked, fields, onWrite }: AskedProps) {
  const nameOf = useFieldNames()
  const textOf = useValueText()
  const filled = asked.filter(({ key }) => !isEmpty(fields[key]))
  if (filled.length === 0) return null
  return (
    <ul className={classes['values']}>
      {filled.map(field => {
        const words = (
          <span dir="auto">
            <span>{nameOf(field.key)}:</span> {textOf(field, fields[field.key])}
          </span>
        )
        return (
          <li key={field.key}>
            {onWrite === null ? (
              words
            ) : (
              <button type="button" onClick={() => onWrite(field.key)}>
                {words}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the form asks for and nobody has written; what closing will name comes first. */
function Empty({
  asked,
  fields,
  onWrite,
}: { readonly asked: readonly FormField[] } & Omit<ValuesProps, 'shown'>) {
  const { t } = useTranslation()
  const nameOf = useFieldNames()
  const needed = missingFields(asked, fields)
  const open = asked.filter(field => isEmpty(fields[field.key]) && !needed.includes(field))
  if (needed.length + open.length === 0) return null
  return (
    <p className={classes['empty']}>
      <span data-needed={needed.length > 0 || undefined}>
        {t(needed.length > 0 ? 'forms.needed' : 'forms.empty')}
      </span>
      {[...needed, ...open].map(({ key }, index) => (
        <span key={key}>
          {index === needed.length && index > 0 && <i>{t('forms.also')}</i>}
          <button type="button" onClick={() => onWrite(key)}>
            {nameOf(key)}
          </button>
        </span>
      ))}
    </p>
  )
}

function useValueText(): (field: FormField, value: Fields[string] | undefined) => string {
  const { t, i18n } = useTranslation()
  const nowMs = useNow()
  const words = { language: i18n.language, yes: t('forms.yes'), no: t('forms.no'), mark: decimalMark() }
  return (field, value) => {
    const text = valueText(field, value, words)
    const atMs = typeOf(field) === 'date' ? Date.parse(`${text}T12:00`) : Number.NaN
    return Number.isNaN(atMs) ? text : dateOnly(atMs, nowMs)
  }
}
