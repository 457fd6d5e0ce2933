import { z } from 'zod'
import {
  CHARGE_STATES,
  INVOICE_STATES,
  ORDER_STATES,
  SUBSCRIPTION_STATES,
  SUBSCRIPTION_TERMS,
} from '../domain/values.ts'
import { Domain } from '../mutations/parts/organisation-args.ts'
import { storableText } from '../rules/storable-text.ts'

/** Words with something in them, at most so long. */
export const text = (limit: number) => z.string().overwrite(storableText).trim().min(1).max(limit)
/** The sender's own name of something. */
export const Key = text(200)
export const Name = text(300)
const Words = text(10_000)
export const optional = <T>(schema: z.ZodType<T>) => schema.nullable().default(null)

/** Whole number of the smallest unit of its currency: cents, yen. */
const Minor = z.int().min(0)
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))
/** ISO 4217, in capitals. */
const Currency = z.string().refine(code => CURRENCIES.has(code), { error: 'not an ISO 4217 code' })

const LATEST_MS = Date.UTC(2200, 0, 1)
/** A moment: ms since 1970, an ISO time with its zone, or an ISO day, which begins in UTC. */
export const When = z
  .union([
    z.int(),
    z.iso.datetime({ offset: true }).transform(said => Date.parse(said)),
    z.iso.date().transform(said => Date.parse(said)),
  ])
  .pipe(z.int().min(0).max(LATEST_MS))

/** Whose it is: by the id the person has here, an e-mail address, or the name the sender gave them before. */
const Whose = z
  .object({ id: optional(Key), email: optional(Name), reference: optional(Name) })
  .refine(({ id, email, reference }) => id !== null || email !== null || reference !== null, {
    error: 'nobody is named',
  })

const common = {
  /** The sender's own name of it: the same again is the same. */
  key: Key,
  /** When the sender last changed it; what is older than what is known changes nothing. Left out: now. */
  updatedAt: optional(When),
}
const MOST_PARTS = 200

const ProductFacts = z.object({
  ...common,
  kind: z.literal('product'),
  name: Name,
  sku: optional(Name),
  currentVersion: optional(Name),
  priceMinor: optional(Minor),
  currency: optional(Currency),
  isActive: z.boolean().default(true),
  description: optional(Words),
  tags: optional(z.array(text(100)).max(100)),
})
const ProductRecord = ProductFacts.refine(
  ({ priceMinor, currency }) => priceMinor === null || currency !== null,
  { path: ['currency'], error: 'an amount needs a currency' },
)

const OrganisationRecord = z.object({
  ...common,
  kind: z.literal('organisation'),
  name: Name,
  /** One that stands here with the same domain is this one. */
  domain: optional(Domain),
  /** ISO 3166, two letters. */
  country: optional(z.string().regex(/^[A-Z]{2}$/u)),
})

const OrderRecord = z.object({
  ...common,
  kind: z.literal('order'),
  customer: Whose,
  number: Name,
  state: z.enum(ORDER_STATES),
  totalMinor: Minor,
  currency: Currency,
  carrier: optional(Name),
  trackingCode: optional(Name),
  placedAt: When,
  deliveredAt: optional(When),
  /** All of them; those that are not named any more go. */
  lines: z
    .array(
      z.object({
        title: Name,
        quantity: z.int().min(1).max(1_000_000).default(1),
        unitMinor: Minor,
        /** Key or SKU of a product; one nobody knows is left out. */
        product: optional(Key),
      }),
    )
    .max(MOST_PARTS)
    .default([]),
})

const InvoiceRecord = z.object({
  ...common,
  kind: z.literal('invoice'),
  customer: Whose,
  number: Name,
  state: z.enum(INVOICE_STATES),
  totalMinor: Minor,
  currency: Currency,
  issuedAt: When,
  dueAt: optional(When),
  /** Key of an order. */
  order: optional(Key),
  /** All of them; those that are not named any more go, unless somebody works on them here. */
  charges: z
    .array(
      z.object({
        key: Key,
        state: z.enum(CHARGE_STATES),
        amountMinor: Minor,
        method: optional(Name),
        chargedAt: When,
      }),
    )
    .max(MOST_PARTS)
    .default([]),
})

const ContractRecord = z
  .object({
    ...common,
    kind: z.literal('contract'),
    customer: Whose,
    name: Name,
    number: optional(Name),
    /** Key or SKU of a product; one nobody knows is left out. */
    product: optional(Key),
    state: z.enum(SUBSCRIPTION_STATES).default('active'),
    /** The day it goes on or ends. */
    renewsOn: optional(z.iso.date()),
    /** What each term costs. */
    amountMinor: optional(Minor),
    currency: optional(Currency),
    term: optional(z.enum(SUBSCRIPTION_TERMS)),
  })
  .refine(({ amountMinor, currency }) => amountMinor === null || currency !== null, {
    path: ['currency'],
    error: 'an amount needs a currency',
  })

const CustomerRecord = z
  .object({
    kind: z.literal('customer'),
    updatedAt: common.updatedAt,
    customer: Whose,
    /** What the sender calls them from now on; found by it afterwards. */
    reference: optional(Name),
    yearlyValueMinor: optional(Minor),
    currency: optional(Currency),
    customerSince: optional(When),
    /** Key or domain of an organisation. */
    organisation: optional(Key),
  })
  .refine(({ yearlyValueMinor, currency }) => yearlyValueMinor === null || currency !== null, {
    path: ['currency'],
    error: 'an amount needs a currency',
  })

/** A review, or a post that names us, where everybody can read it. */
const PostRecord = z.object({
  ...common,
  kind: z.literal('post'),
  /** Left out: the sender does not know who wrote it. */
  customer: optional(Whose),
  /** Where it stands, for example "Trustpilot". */
  place: Name,
  /** http or https. */
  url: optional(z.url({ protocol: /^https?$/u }).max(2000)),
  /** The name they write under there. */
  author: optional(Name),
  stars: optional(z.int().min(1).max(5)),
  text: Words,
  postedAt: When,
})

/** What the systems of a company say: about products, organisations, what customers bought and pay, and what they write in public. */
export const RecordReport = z.union([
  ProductRecord,
  OrganisationRecord,
  OrderRecord,
  InvoiceRecord,
  ContractRecord,
  CustomerRecord,
  PostRecord,
])
const byKind = {
  product: ProductRecord,
  organisation: OrganisationRecord,
  order: OrderRecord,
  invoice: InvoiceRecord,
  contract: ContractRecord,
  customer: CustomerRecord,
  post: PostRecord,
} as const
export type RecordReport = z.infer<typeof RecordReport>
export type RecordKind = keyof typeof byKind
export const RECORD_KINDS = Object.keys(byKind) as readonly RecordKind[]

export const MOST_RECORDS = 100
/** Each is looked at by itself, so that one that is wrong does not keep the others out. */
export const Records = z.object({ records: z.array(z.unknown()).min(1).max(MOST_RECORDS) })

/**
 * 'not-valid': `field` says where. 'unknown-customer': nobody here is meant. 'several-customers': more than one person
 * is. 'other-customer': it belongs to somebody else. 'unknown-organisation': none here is meant.
 */
export const RECORD_PROBLEMS = [
  'not-valid',
  'unknown-customer',
  'several-customers',
  'other-customer',
  'unknown-organisation',
] as const
export const RecordRefusal = z.object({
  /** Place among those that were sent, from 0. */
  index: z.int(),
  key: z.string().nullable(),
  problem: z.enum(RECORD_PROBLEMS),
  field: z.string().nullable(),
})
export type RecordRefusal = z.infer<typeof RecordRefusal>

export const RecordsAnswer = z.object({
  /** How many were taken, those that were known already among them. */
  taken: z.int(),
  /** How many of them are posts that wait for a person who knows who wrote them; left out: none. */
  unplaced: z.int().optional(),
  refused: z.array(RecordRefusal),
})
export type RecordsAnswer = z.infer<typeof RecordsAnswer>

const Kind = z.object({ kind: z.enum(RECORD_KINDS) })

/** One record as it was sent, or the field that is wrong in it. */
export function readRecord(sent: unknown): { readonly record: RecordReport } | { readonly wrong: string } {
  const kind = z.safeParse(Kind, sent)
  if (!kind.success) return { wrong: 'kind' }
  const read = z.safeParse<z.ZodType<RecordReport>>(byKind[kind.data.kind], sent)
  if (read.success) return { record: read.data }
  return { wrong: read.error.issues[0]?.path.map(String).join('.') ?? '' }
}
