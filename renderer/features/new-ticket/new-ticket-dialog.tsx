import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketFormRow } from '../../../shared/domain/forms.ts'
import { earlyFields } from '../../../shared/rules/forms/ticket-fields.ts'
import { takeOut } from '../../../shared/rules/personal-data/find-personal.ts'
import { PersonalChip } from '../../components/personal-chip.tsx'
import { PersonalQuestion } from '../../components/personal-question.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormError } from '../../components/form-error.tsx'
import { unfitting } from '../../data/field-intents.ts'
import { useAction } from '../../data/use-action.ts'
import { useLeavingQuestion, usePersonal } from '../../data/use-personal.ts'
import { replaceText } from '../../lib/replace-text.ts'
import { parseAddresses } from '../../lib/receivers.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { activeTab, openTicketInTab, tabsStore } from '../../stores/tabs-store.ts'
import { closeDialog, uiStore, useUi } from '../../stores/ui-store.ts'
import { CustomerFinder } from './customer-finder.tsx'
import classes from './new-ticket.module.css'
import { TicketHandling } from './ticket-handling.tsx'
import { TicketKindChoice } from './ticket-kind-choice.tsx'
import { MacroChoice } from './macro-choice.tsx'
import { blankTicket, changed, isComplete, kindsOf, putAside, takeAside } from './ticket-form.ts'
import type { Begun, TicketForm } from './ticket-form.ts'
import { ticketIntents } from './ticket-intents.ts'
import { TicketWords } from './ticket-words.tsx'

/** A call, somebody at the counter, or a mail to begin with: written down in seconds, offline too. */
export function NewTicketDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'new-ticket')
  return (
    <Dialog
      opened={isOpen}
      onClose={closeDialog}
      title={t('commands.ticket.new')}
      size={880}
      yOffset="6vh"
      closeOnClickOutside={false}
    >
      {isOpen && <NewTicketForm />}
    </Dialog>
  )
}

/** Whoever is in front is most often the one who calls. */
function frontCustomer(): string | null {
  const tab = activeTab(tabsStore.getState())
  return tab?.type === 'customer' ? tab.id : null
}

/** What was put aside goes on, unless it is with somebody else than the one asked for. */
function begin(): Begun {
  const { contact, contactWith } = uiStore.getState()
  const aside = takeAside()
  if (aside !== null && (contactWith === null || aside.customerId === contactWith))
    return { form: aside, isResumed: true }
  return {
    form: { ...blankTicket(), contact, customerId: contactWith ?? frontCustomer() },
    isResumed: false,
  }
}

/** A mail goes to whoever is named; what was said on the phone stays within the team. */
function useCheck({ contact, body, customerId, address, cc }: TicketForm) {
  const to = [address, ...parseAddresses(cc).addresses.map(each => each.address)]
  const receivers = contact === 'email' ? to : null
  const personal = usePersonal({ body, customerId, ticketId: null, receivers })
  return { personal, question: useLeavingQuestion(personal) }
}

type CheckedProps = {
  readonly form: TicketForm
  /** Where the words are written. */
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly check: ReturnType<typeof useCheck>
  readonly onChange: (change: Partial<TicketForm>) => void
}
type WordsProps = CheckedProps & { readonly setForm: (change: (form: TicketForm) => TicketForm) => void }

function Words({ form, field, check, setForm, onChange }: WordsProps) {
  return (
    <>
      <TicketWords
        form={form}
        field={field}
        onChange={onChange}
        onFiles={change => setForm(current => ({ ...current, files: change(current.files) }))}
      />
      <PersonalChip
        check={check.personal}
        body={form.body}
        field={field}
        onChange={body => onChange({ body })}
      />
    </>
  )
}

type LeavingQuestionProps = CheckedProps & {
  readonly onSend: () => void
}

function LeavingQuestion({ form, field, check, onChange, onSend }: LeavingQuestionProps) {
  const { personal, question } = check
  return (
    <PersonalQuestion
      asked={form.contact === 'email' ? question.asked : []}
      onTakeOut={() => {
        const body = takeOut(form.body, personal.inWords(form.body))
        if (!replaceText(field.current, body)) onChange({ body })
        question.forget()
      }}
      onSend={onSend}
    />
  )
}

/** A value that does not fit would be left out of the ticket without a word. */
const fieldsFit = (form: TicketForm, forms: readonly TicketFormRow[]): boolean =>
  unfitting(earlyFields(forms, kindsOf(form)), {}, form.typed).length === 0

function NewTicketForm() {
  const agent = useAgent()
  const [begun] = useState(begin)
  const [form, setForm] = useState<TicketForm>(begun.form)
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  }, [form])
  // Escape closes the dialog: what was written waits for the next time.
  useEffect(() => () => putAside(latest.current, begun), [begun])
  const action = useAction('mutations.group')
  const forms = useLiveValue('ticketForms.list', {})
  const set = (change: Partial<TicketForm>): void => setForm(current => changed(current, change))
  useKnownCustomer(form, set)
  const check = useCheck(form)
  const field = useRef<HTMLTextAreaElement>(null)
  const isReady = isComplete(form) && fieldsFit(form, forms ?? [])
  const create = async (): Promise<void> => {
    if (!agent || !isReady || (form.contact === 'email' && !check.question.mayLeave(form.body))) return
    const made = ticketIntents(form, agent, forms ?? [])
    if ((await action.run({ items: [...made.items] })) === null) return
    latest.current = blankTicket()
    closeDialog()
    openTicketInTab(made.ticketId)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void create()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void create()
      }}
    >
      <TicketKindChoice form={form} onChange={set} />
      <div className={classes['sides']}>
        <div>
          <CustomerFinder form={form} onChange={set} />
          <Words form={form} field={field} check={check} setForm={setForm} onChange={set} />
        </div>
        <div className={classes['handling']}>
          <MacroChoice form={form} onChange={set} />
          <TicketHandling form={form} onChange={set} />
        </div>
      </div>
      <LeavingQuestion {...{ form, field, check }} onChange={set} onSend={() => void create()} />
      <FormError error={action.error} />
      <Actions
        form={form}
        isReady={isReady}
        isBusy={action.isBusy}
        onCancel={() => {
          latest.current = blankTicket()
          closeDialog()
        }}
      />
    </form>
  )
}

/** Name and address of somebody known, unless another was typed. */
function useKnownCustomer(form: TicketForm, set: (change: Partial<TicketForm>) => void): void {
  const card = useLiveValue(
    'customers.card',
    form.customerId === null ? null : { customerId: form.customerId },
  )
  const mail = card?.contactPoints.find(point => point.kind === 'email')?.value ?? null
  const name = card?.customer.name ?? null
  const needsName = name !== null && form.customerName === ''
  const needsMail = mail !== null && form.address === ''
  useEffect(() => {
    if (needsName) set({ customerName: name })
    if (needsMail) set({ address: mail })
  })
}

type ActionsProps = {
  readonly form: TicketForm
  readonly isReady: boolean
  readonly isBusy: boolean
  readonly onCancel: () => void
}

function Actions({ form, isReady, isBusy, onCancel }: ActionsProps) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end" className={classes['actions']}>
      <Button variant="subtle" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={isBusy} disabled={!isReady}>
        {t(form.contact === 'email' ? 'newTicket.send' : 'newTicket.create')}
      </Button>
    </Group>
  )
}
