import { Select } from '@mantine/core'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Macro } from '../../../shared/domain/knowledge.ts'
import { openPlaces, placesFrom } from '../../../shared/rules/fill-in.ts'
import { macroActions, macroFamilies, variantFor } from '../../../shared/rules/macro-actions.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { describeAction } from '../../lib/describe-action.ts'
import { describeIntent } from '../../lib/describe-intent.ts'
import { useAgent } from '../../stores/session-store.ts'
import classes from './new-ticket.module.css'
import type { TicketForm } from './ticket-form.ts'
import { withMacro, withoutMacro } from './ticket-macro.ts'

type MacroChoiceProps = {
  readonly form: TicketForm
  readonly onChange: (change: Partial<TicketForm>) => void
}

/** A macro for the ticket being written: what it sets is seen in the form, what it does besides is listed. */
export function MacroChoice({ form, onChange }: MacroChoiceProps) {
  const { t } = useTranslation()
  const macros = useLiveValue('macros.list', {}) ?? []
  const agent = useAgent()
  const card = useLiveValue(
    'customers.card',
    form.customerId === null ? null : { customerId: form.customerId },
  )
  const kind = form.kind === 'both' ? null : form.kind
  const families = macroFamilies(macros).filter(
    family => family.kind === null || kind === null || family.kind === kind,
  )
  const language = card?.customer.language ?? null
  const variants = families.flatMap(family => variantFor(family, [language, i18next.language]) ?? [])
  const chosen = macros.find(({ id }) => id === form.macro?.macroId) ?? null
  const choose = (id: string | null): void => {
    const macro = variants.find(each => each.id === id)
    if (!macro) return onChange(withoutMacro(form))
    const places = placesFrom({
      customer: { name: form.customerName },
      organisation: card?.organisation ?? null,
      agent,
      ticket: { number: null, subject: form.subject },
      order: null,
      asset: null,
    })
    onChange(withMacro(form, macro, places))
  }
  if (families.length === 0) return null
  const shown = chosen && !variants.includes(chosen) ? [chosen, ...variants] : variants
  return (
    <div>
      <Select
        label={t('newTicket.macro')}
        placeholder={t('newTicket.noMacro')}
        searchable
        clearable
        value={form.macro?.macroId ?? null}
        onChange={choose}
        data={shown.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {chosen && <Does macro={chosen} form={form} />}
    </div>
  )
}

/** What the macro comes to, step by step, before anything is made. */
function Does({ macro, form }: { readonly macro: Macro; readonly form: TicketForm }) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const { actions, unknown } = macroActions(macro)
  const open = openPlaces(form.body).length
  return (
    <ul className={classes['does']} aria-label={t('newTicket.macroDoes')}>
      {form.macro?.text ? <li>{t('newTicket.macroText')}</li> : null}
      {actions.map((action, index) => (
        <li key={`${action.type} ${index}`}>{describeIntent(describeAction(action), directory)}</li>
      ))}
      {unknown.map(name => (
        <li key={name}>{t('macros.unknownStep', { name })}</li>
      ))}
      {form.contact === 'email' && open > 0 && <li>{t('newTicket.openPlaces', { count: open })}</li>}
    </ul>
  )
}
