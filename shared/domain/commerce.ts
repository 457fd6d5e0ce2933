import { z } from 'zod'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'
import { AgentId, CustomerId, RowId } from './ids.ts'
import {
  ASSET_STATES,
  CHARGE_STATES,
  Fields,
  INVOICE_STATES,
  ORDER_STATES,
  RETURN_KINDS,
  RETURN_STATES,
  SUBSCRIPTION_STATES,
  SUBSCRIPTION_TERMS,
  Tags,
} from './values.ts'

export const products = defineTable('products', 'workspace', {
  id: ref(RowId),
  name: text(),
  sku: nullable(text()),
  /** Newest released version; null for things without versions. */
  currentVersion: nullable(text()),
  priceMinor: nullable(integer()),
  currency: nullable(text()),
  isActive: flag(),
  /** What it is for and what it does, in words a customer understands. */
  description: nullable(text()),
  /** What it suits: occasions, places, properties. Shortlists are made of them. */
  tags: nullable(json(Tags)),
  /** Grows with every change by hand; null: nobody has written it by hand. */
  version: nullable(integer()),
  /** When the system it comes from last changed it, ms by that system's word; null: it comes from none. */
  reportedAtMs: nullable(integer()),
})
export type Product = RowFrom<typeof products.columns>

export const orders = defineTable('orders', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  number: text(),
  state: oneOf(ORDER_STATES),
  /** Minor units (cents) of `currency`, ISO 4217. */
  totalMinor: integer(),
  currency: text(),
  carrier: nullable(text()),
  trackingCode: nullable(text()),
  placedAtMs: integer(),
  deliveredAtMs: nullable(integer()),
  /** As of products. */
  reportedAtMs: nullable(integer()),
})
export type Order = RowFrom<typeof orders.columns>

export const orderLines = defineTable('orderLines', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  orderId: ref(RowId),
  productId: nullable(ref(RowId)),
  title: text(),
  quantity: integer(),
  unitMinor: integer(),
})
export type OrderLine = RowFrom<typeof orderLines.columns>

/** What of an order comes back. */
export const ReturnLine = z.object({
  orderLineId: z.string(),
  title: z.string(),
  quantity: z.number(),
  unitMinor: z.number(),
})
export type ReturnLine = z.infer<typeof ReturnLine>

export const returnCases = defineTable('returnCases', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  orderId: nullable(ref(RowId)),
  number: text(),
  kind: oneOf(RETURN_KINDS),
  state: oneOf(RETURN_STATES),
  reason: nullable(text()),
  amountMinor: integer(),
  currency: text(),
  createdAtMs: integer(),
  closedAtMs: nullable(integer()),
  /** Null: the whole order, or none at all. */
  lines: nullable(json(z.array(ReturnLine))),
  /** Why it was refused, in words. */
  decision: nullable(text()),
})
export type ReturnCase = RowFrom<typeof returnCases.columns>

export const invoices = defineTable('invoices', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  orderId: nullable(ref(RowId)),
  number: text(),
  state: oneOf(INVOICE_STATES),
  totalMinor: integer(),
  currency: text(),
  issuedAtMs: integer(),
  dueAtMs: nullable(integer()),
  /** As of products. */
  reportedAtMs: nullable(integer()),
})
export type Invoice = RowFrom<typeof invoices.columns>

export const charges = defineTable('charges', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  invoiceId: nullable(ref(RowId)),
  state: oneOf(CHARGE_STATES),
  amountMinor: integer(),
  currency: text(),
  method: nullable(text()),
  chargedAtMs: integer(),
})
export type Charge = RowFrom<typeof charges.columns>

/** What a customer has for a time: a service contract, a plan, a licence. People call it a contract. */
export const subscriptions = defineTable('subscriptions', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  productId: nullable(ref(RowId)),
  name: text(),
  number: nullable(text()),
  state: oneOf(SUBSCRIPTION_STATES),
  /** The day it goes on or ends, for example '2027-01-31'; null: nobody has said. */
  renewsOn: nullable(text()),
  /** What each term costs, minor units of `currency`; null: nobody has said. */
  amountMinor: nullable(integer()),
  currency: nullable(text()),
  term: nullable(oneOf(SUBSCRIPTION_TERMS)),
  createdAtMs: integer(),
  /** As of products. */
  reportedAtMs: nullable(integer()),
})
export type Subscription = RowFrom<typeof subscriptions.columns>

export const assets = defineTable('assets', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  productId: nullable(ref(RowId)),
  name: text(),
  serial: nullable(text()),
  version: nullable(text()),
  state: oneOf(ASSET_STATES),
  environment: json(Fields),
  downSinceMs: nullable(integer()),
  acquiredAtMs: nullable(integer()),
})
export type Asset = RowFrom<typeof assets.columns>

export const surveys = defineTable('surveys', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  kind: oneOf(['csat', 'nps', 'ces']),
  score: nullable(integer()),
  comment: nullable(text()),
  askedAtMs: integer(),
  answeredAtMs: nullable(integer()),
  agentId: nullable(ref(AgentId)),
  /** When the hub mailed the customer a link to answer by; null: it did not. */
  sentAtMs: nullable(integer()),
})
export type Survey = RowFrom<typeof surveys.columns>
