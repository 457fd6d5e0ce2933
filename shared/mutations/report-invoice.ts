import { z } from 'zod'
import type { Dispute } from '../domain/cases.ts'
import type { Charge } from '../domain/commerce.ts'
import { CustomerId, RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, many, maybe, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { ChargeArgs, InvoiceContent } from './parts/record-args.ts'
import type { ChargeArg } from './parts/record-args.ts'
import { isStale, put, putParts } from './parts/reported.ts'

type Known = { readonly charge: Charge | null; readonly disputes: readonly Dispute[] }

/**
 * What became of a charge here stands: one in dispute stays so, a corrected one is not raised again. Money that went
 * back, or never came, is news.
 */
function withWorkHere(said: ChargeArg, { charge, disputes }: Known): ChargeArg {
  if (charge === null || said.state === 'refunded' || said.state === 'failed') return said
  const own = disputes.filter(({ chargeId }) => chargeId === charge.id)
  const isCorrected = own.some(({ state }) => state === 'corrected')
  const amountMinor = isCorrected ? Math.min(said.amountMinor, charge.amountMinor) : said.amountMinor
  if (own.some(({ state }) => state === 'open' || state === 'requested'))
    return { ...said, amountMinor, state: 'disputed' }
  return { ...said, amountMinor, state: isCorrected && amountMinor === 0 ? 'refunded' : said.state }
}

/**
 * An invoice as the billing system says it, with all of its charges; news that is older than what is known is passed
 * over. An invoice never goes from one customer's record to another's.
 */
export const reportInvoice = defineMutation({
  name: 'invoice.report',
  decidedBy: 'hub',
  args: z.strictObject({
    invoiceId: RowId,
    customerId: CustomerId,
    content: InvoiceContent,
    charges: ChargeArgs,
    saidAtMs: Moment,
  }),
  reads: ({ invoiceId, customerId }) => ({
    customer: one('customers', customerId),
    known: maybe('invoices', invoiceId),
    charges: many('charges', { invoiceId }),
    disputes: many('disputes', { customerId }),
  }),
  may: (actor, { known }, { customerId }) =>
    isAutomation(actor) && (known === null || known.customerId === customerId),
  plan: (
    { known, charges: knownCharges, disputes },
    { invoiceId, customerId, content, charges, saidAtMs },
  ) => {
    if (isStale(known, saidAtMs)) return []
    const before = new Map(knownCharges.map(charge => [charge.id, charge]))
    const { currency } = content
    // A charge somebody here works on is not taken away from them.
    const disputed = new Set(disputes.map(({ chargeId }) => chargeId))
    const named = new Set(charges.map(({ id }) => id))
    return [
      ...put('invoices', known, { ...content, id: invoiceId, customerId, reportedAtMs: saidAtMs }),
      ...putParts(
        'charges',
        knownCharges.filter(({ id }) => named.has(id) || !disputed.has(id)),
        charges.map(said => ({
          ...withWorkHere(said, { charge: before.get(said.id) ?? null, disputes }),
          customerId,
          invoiceId,
          currency,
        })),
      ),
    ]
  },
  describe: ({ content }) => ({
    key: 'describe.reportInvoice',
    values: { number: content.number.slice(0, 80) },
  }),
})
