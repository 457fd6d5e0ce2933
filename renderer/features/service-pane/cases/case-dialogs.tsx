import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../../shared/assert.ts'
import type { CustomerCases } from '../../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../../shared/contract/customers.ts'
import { ApprovalsList } from '../../../components/approvals/approvals-list.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useCases } from '../../../data/use-cases.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { closeCase, useCaseStore } from '../../../stores/case-store.ts'
import type { CaseForm, Whom } from '../../../stores/case-store.ts'
import { openTicketInTab } from '../../../stores/tabs-store.ts'
import { CorrectForm } from '../billing/correct-form.tsx'
import { DisputeForm } from '../billing/dispute-form.tsx'
import { CatalogueList } from '../catalogue/catalogue-list.tsx'
import { NeedForm } from '../catalogue/need-form.tsx'
import { ComplaintForm } from '../complaints/complaint-form.tsx'
import { ContractForm } from '../contracts/contract-form.tsx'
import { CreditForm } from '../goodwill/credit-form.tsx'
import { GoodwillForm } from '../goodwill/goodwill-form.tsx'
import { PointsForm } from '../goodwill/points-form.tsx'
import { ReturnForm } from '../returns/return-form.tsx'

/** Forms and lists of money and cases, over the window. */
export function CaseDialogs() {
  const { t } = useTranslation()
  const open = useCaseStore(state => state.open)
  const list = useCaseStore(state => state.list)
  return (
    <>
      <Dialog
        opened={open !== null}
        onClose={closeCase}
        title={open ? t(`cases.titles.${open.form}`) : ''}
        size={560}
      >
        {open && <Open key={open.customerId} asked={open} />}
      </Dialog>
      <Dialog
        opened={list !== null}
        onClose={closeCase}
        title={list ? t(`cases.titles.${list}`) : ''}
        size={620}
      >
        {list === 'approvals' && <ApprovalsList sign="" onOpen={openAbout} />}
        {list === 'catalogue' && <CatalogueList />}
      </Dialog>
    </>
  )
}

function openAbout(ticketId: string): void {
  closeCase()
  openTicketInTab(ticketId)
}

type Asked = CaseForm & Whom

function Open({ asked }: { readonly asked: Asked }) {
  const { customerId, ticketId } = asked
  const card = useLiveValue('customers.card', { customerId, ticketId })
  const cases = useCases(customerId)
  if (!card || !cases) return <Skeleton rows={4} />
  return <Form asked={asked} card={card} cases={cases} />
}

type FormProps = { readonly asked: Asked; readonly card: CustomerCard; readonly cases: CustomerCases }

function Form({ asked, card, cases }: FormProps) {
  const { customerId, ticketId } = asked
  switch (asked.form) {
    case 'return':
      return <ReturnForm card={card} cases={cases} ticketId={ticketId} orderId={asked.orderId} />
    case 'dispute':
      return <DisputeForm card={card} cases={cases} ticketId={ticketId} chargeId={asked.chargeId} />
    case 'correct':
      return <CorrectForm card={card} cases={cases} disputeId={asked.disputeId} />
    case 'goodwill':
      return <GoodwillForm card={card} cases={cases} ticketId={ticketId} start={asked.start} />
    case 'points':
      return <PointsForm cases={cases} customerId={customerId} ticketId={ticketId} />
    case 'credit':
      return <CreditForm cases={cases} customerId={customerId} ticketId={ticketId} />
    case 'complaint':
      return <ComplaintForm customerId={customerId} ticketId={ticketId} />
    case 'contract':
      return <ContractForm card={card} subscriptionId={asked.subscriptionId} />
    case 'need':
      return <NeedForm card={card} cases={cases} ticketId={ticketId} needId={asked.needId} />
    default:
      return assertNever(asked, 'form')
  }
}
