import { z } from 'zod'
import { ErrorCode } from '../../../shared/errors.ts'
import { unpackPage } from '../../../shared/protocol/packed-page.ts'
import { FeedEntry, LiveFrame, PullAnswer } from '../../../shared/protocol/pull.ts'
import { PushAnswer, Verdict } from '../../../shared/protocol/push.ts'

// A hub of a later version may say more in the same protocol: what has no meaning here is passed over, the rest counts.

type Json = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Union = typeof FeedEntry | typeof Verdict
const kindsOf = (union: Union): ReadonlySet<string> =>
  new Set(
    union.options.map(
      (option: { readonly shape: { readonly kind: { readonly value: string } } }) => option.shape.kind.value,
    ),
  )

const FEED_KINDS = kindsOf(FeedEntry)
const VERDICT_KINDS = kindsOf(Verdict)

const isOfAnotherKind = (value: unknown, kinds: ReadonlySet<string>): value is Json =>
  isRecord(value) && typeof value['kind'] === 'string' && !kinds.has(value['kind'])

/** Whatever the reason, the answer is the same: take a snapshot. */
const NEEDED = PullAnswer.options[1].shape.reason

function withKnownEntries(value: unknown): unknown {
  if (!isRecord(value)) return value
  if (value['kind'] === 'snapshot-needed' && !NEEDED.safeParse(value['reason']).success) {
    return { ...value, reason: 'horizon' }
  }
  const { entries } = value
  if (!Array.isArray(entries) || !entries.some(entry => isOfAnotherKind(entry, FEED_KINDS))) return value
  return { ...value, entries: entries.filter(entry => !isOfAnotherKind(entry, FEED_KINDS)) }
}

/** As long as this console is not updated, nobody here can say what was decided. */
const ASK_AGAIN_MS = 300_000

function withKnownVerdicts(value: unknown): unknown {
  if (!isRecord(value) || !Array.isArray(value['verdicts'])) return value
  const verdicts = value['verdicts'].map(verdict =>
    isOfAnotherKind(verdict, VERDICT_KINDS)
      ? { kind: 'retry', mutationId: verdict['mutationId'], code: ErrorCode.HubTooNew, afterMs: ASK_AGAIN_MS }
      : verdict,
  )
  return { ...value, verdicts }
}

/** A pull answer without entries of kinds this version does not know. */
export const TolerantPullAnswer = z.preprocess(value => withKnownEntries(unpackPage(value)), PullAnswer)
/** A live frame, its entries likewise. */
export const TolerantLiveFrame = z.preprocess(withKnownEntries, LiveFrame)
/** A push answer in which a verdict of a kind this version does not know decides nothing yet: its entry is asked about again. */
export const TolerantPushAnswer = z.preprocess(withKnownVerdicts, PushAnswer)
