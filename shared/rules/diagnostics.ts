import { z } from 'zod'
import type { AppInfo } from '../contract/app.ts'
import type { SyncHealth } from '../contract/health.ts'

/** Words that programs choose: codes, states, versions. No blank, no @, no capital: nothing a person is called. */
const Code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const Version = z.string().regex(/^\d{1,5}(\.\d{1,5}){0,3}(-[a-z]{1,9}(\.\d{1,5})?)?$/)
const Mark = z.string().regex(/^[0-9a-f]{8}$/)
const Count = z.int().min(0)
const Moment = z.int().min(0)
const Amount = z.strictObject({ count: Count, bytes: Count })

/** All that a bundle may hold. A key beyond these, or a value that is not of its kind, is refused: it could be a name. */
export const Diagnostics = z.strictObject({
  product: z.literal('tandem'),
  madeAtMs: Moment,
  app: z.strictObject({
    version: Version,
    electron: Version,
    node: Version,
    dataNode: Version.nullable(),
    platform: Code,
    isTestRuntime: z.boolean(),
    hasKeychain: z.boolean(),
  }),
  connection: z.strictObject({
    state: Code,
    code: Code.nullable(),
    sinceMs: Moment.nullable(),
    retryAtMs: Moment.nullable(),
    isLive: z.boolean(),
    isFilled: z.boolean(),
    filledRows: Count.nullable(),
    lastPulledAtMs: Moment.nullable(),
    lastPushedAtMs: Moment.nullable(),
    skewMs: z.int().nullable(),
  }),
  position: z.strictObject({
    upToSeq: Count,
    cursor: Mark.nullable(),
    epoch: Mark.nullable(),
    protocol: Count,
  }),
  outbox: z.strictObject({
    pending: Count,
    sending: Count,
    parked: Count,
    quiet: Count,
    kept: Count,
    oldestAtMs: Moment.nullable(),
    mostAttempts: Count,
    parkedFor: z.array(z.strictObject({ reason: Code, count: Count })),
    departures: Count,
  }),
  failures: z.array(z.strictObject({ code: Code, count: Count, lastAtMs: Moment })),
  database: z.strictObject({ schemaVersion: Count, bytes: Count, customers: Count, files: Amount }),
})
export type Diagnostics = z.infer<typeof Diagnostics>

type Facts = { readonly health: SyncHealth; readonly app: AppInfo; readonly nowMs: number }

function connectionOf({ status, isLive, lastPushedAtMs }: SyncHealth): Diagnostics['connection'] {
  const { phase, isFilled, lastPulledAtMs, skewMs } = status
  return {
    state: phase.state,
    code: phase.state === 'trouble' ? phase.code : null,
    sinceMs: phase.state === 'offline' ? phase.sinceMs : null,
    retryAtMs: phase.state === 'trouble' ? phase.retryAtMs : null,
    isLive,
    isFilled,
    filledRows: phase.state === 'filling' ? phase.rows : null,
    lastPulledAtMs,
    lastPushedAtMs,
    skewMs,
  }
}

/** A code as it is; anything else only as the fact that there was something. */
const codeOf = (text: string): string => (Code.safeParse(text).success ? text : 'unknown')

/**
 * What may leave this laptop for those who look for a fault: states, counts, sizes, versions, times and codes. It is
 * put together key by key and checked against `Diagnostics`, so what nobody thought of stays out. Throws when something
 * does not fit.
 */
export function diagnosticsOf({ health, app, nowMs }: Facts): Diagnostics {
  const { outbox, failures, parkedFor } = health
  const { version, electron, node, dataNode, platform, isTestRuntime, hasKeychain } = app
  return Diagnostics.parse({
    product: 'tandem',
    madeAtMs: nowMs,
    app: { version, electron, node, dataNode, platform, isTestRuntime, hasKeychain },
    connection: connectionOf(health),
    position: {
      upToSeq: health.upToSeq,
      cursor: health.cursorMark,
      epoch: health.epochMark,
      protocol: health.protocol,
    },
    outbox: {
      ...outbox,
      parkedFor: parkedFor.map(({ reason, count }) => ({ reason: codeOf(reason), count })),
      departures: health.departures,
    },
    failures: failures.map(({ code, count, lastAtMs }) => ({ code: codeOf(code), count, lastAtMs })),
    database: {
      schemaVersion: health.schemaVersion,
      bytes: health.databaseBytes,
      customers: health.status.customersHere,
      files: health.files,
    },
  })
}
