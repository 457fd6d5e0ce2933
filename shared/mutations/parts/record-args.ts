import { z } from 'zod'
import { RowId } from '../../domain/ids.ts'
import {
  CHARGE_STATES,
  INVOICE_STATES,
  ORDER_STATES,
  SUBSCRIPTION_STATES,
  SUBSCRIPTION_TERMS,
} from '../../domain/values.ts'
import { Line, Moment, PersonName, Prose, TagList } from './args.ts'
import { Currency, Minor } from './cases.ts'

const MOST_PARTS = 200

export const Named = PersonName.refine(words => words.trim() !== '', { error: 'words are needed' })

/** A product as people and other systems write it down. */
export const ProductContent = z.strictObject({
  name: Named,
  sku: PersonName.nullable(),
  currentVersion: PersonName.nullable(),
  priceMinor: Minor.nullable(),
  currency: Currency.nullable(),
  isActive: z.boolean(),
  description: Prose.nullable(),
  tags: TagList.nullable(),
})
export type ProductContent = z.infer<typeof ProductContent>

export const OrderContent = z.strictObject({
  number: Named,
  state: z.enum(ORDER_STATES),
  totalMinor: Minor,
  currency: Currency,
  carrier: PersonName.nullable(),
  trackingCode: PersonName.nullable(),
  placedAtMs: Moment,
  deliveredAtMs: Moment.nullable(),
})

export const OrderLineArgs = z
  .array(
    z.strictObject({
      id: RowId,
      productId: RowId.nullable(),
      title: Line,
      quantity: z.int().min(1).max(1_000_000),
      unitMinor: Minor,
    }),
  )
  .max(MOST_PARTS)

export const InvoiceContent = z.strictObject({
  orderId: RowId.nullable(),
  number: Named,
  state: z.enum(INVOICE_STATES),
  totalMinor: Minor,
  currency: Currency,
  issuedAtMs: Moment,
  dueAtMs: Moment.nullable(),
})

export const ChargeArg = z.strictObject({
  id: RowId,
  state: z.enum(CHARGE_STATES),
  amountMinor: Minor,
  method: PersonName.nullable(),
  chargedAtMs: Moment,
})
export type ChargeArg = z.infer<typeof ChargeArg>
export const ChargeArgs = z.array(ChargeArg).max(MOST_PARTS)

export const Day = z.iso.date()
export const Amount = z.strictObject({ minor: Minor, currency: Currency }).nullable()
export type Amount = z.infer<typeof Amount>
export const Term = z.enum(SUBSCRIPTION_TERMS)

/** A contract as people and other systems write it down. */
export const ContractContent = z.strictObject({
  productId: RowId.nullable(),
  name: Named,
  number: PersonName.nullable(),
  state: z.enum(SUBSCRIPTION_STATES),
  renewsOn: Day.nullable(),
  amount: Amount,
  term: Term.nullable(),
})
export type ContractContent = z.infer<typeof ContractContent>

/** Columns of a contract. */
export const contractFields = ({ amount, ...content }: ContractContent) => ({
  ...content,
  amountMinor: amount?.minor ?? null,
  currency: amount?.currency ?? null,
})
