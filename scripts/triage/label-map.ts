import type { WorkKind } from '../../shared/domain/values.ts'

/** How the labels of a source become kinds, and why; docs/triage.md prints these tables. */
export type LabelMap = {
  readonly source: string
  /** Kind of every label that is not named below; null leaves the rest out. */
  readonly rest: WorkKind | null
  readonly restWhy: string
  readonly named: readonly {
    readonly labels: readonly string[]
    readonly kind: WorkKind | null
    readonly why: string
  }[]
}

export const banking: LabelMap = {
  source: 'banking77',
  rest: 'service',
  restWhy: 'money, cards, fees, transfers and personal details: settled by looking after the customer',
  named: [
    {
      labels: [
        'card_not_working',
        'contactless_not_working',
        'virtual_card_not_working',
        'pin_blocked',
        'passcode_forgotten',
      ],
      kind: 'support',
      why: 'a thing or an access does not work and has to be found out about',
    },
    {
      labels: [
        'declined_card_payment',
        'declined_cash_withdrawal',
        'top_up_failed',
        'apple_pay_or_google_pay',
        'activate_my_card',
        'card_linking',
        'change_pin',
        'unable_to_verify_identity',
        'atm_support',
      ],
      kind: null,
      why: 'either a decision about money or a fault: two people would not agree',
    },
  ],
}

export const bitext: LabelMap = {
  source: 'bitext',
  rest: 'service',
  restWhy: 'orders, deliveries, invoices, refunds, complaints, accounts as a business matter',
  named: [
    {
      labels: ['recover_password', 'registration_problems'],
      kind: 'support',
      why: 'access or a form fails technically',
    },
    {
      labels: ['payment_issue', 'contact_customer_service', 'contact_human_agent'],
      kind: null,
      why: 'errors while paying may be either; "a human, please" says nothing',
    },
  ],
}

export const itTickets: LabelMap = {
  source: 'it_tickets',
  rest: null,
  restWhy: 'HR Support, Miscellaneous and Internal Project mix timesheets, approvals and faults',
  named: [
    {
      labels: ['Hardware', 'Access', 'Storage', 'Administrative rights'],
      kind: 'support',
      why: 'devices, accounts, disks, rights',
    },
    {
      labels: ['Purchase'],
      kind: 'service',
      why: 'somebody wants to order something; noisy, because it arrives in the words of technicians',
    },
  ],
}

export const askUbuntu: LabelMap = {
  source: 'askubuntu',
  rest: null,
  restWhy: 'no intent given',
  named: [
    {
      labels: ['Make Update', 'Setup Printer', 'Shutdown Computer', 'Software Recommendation'],
      kind: 'support',
      why: 'technical questions for a technician; a recommendation among free programs is no purchase',
    },
  ],
}

export const webApplications: LabelMap = {
  source: 'webapps',
  rest: null,
  restWhy: 'no intent given, or a matter of taste (Find Alternative)',
  named: [
    {
      labels: ['Change Password', 'Sync Accounts', 'Export Data', 'Download Video', 'Filter Spam'],
      kind: 'support',
      why: 'how to make an application do something',
    },
    { labels: ['Delete Account'], kind: null, why: 'the same words are service at a shop and a how-to here' },
  ],
}

/** Kind of a label; undefined when the text is left out. */
export function kindOfLabel(map: LabelMap, label: string): WorkKind | undefined {
  const named = map.named.find(({ labels }) => labels.includes(label))
  return (named ? named.kind : map.rest) ?? undefined
}

export const labelMaps = [banking, bitext, itTickets, askUbuntu, webApplications] as const
