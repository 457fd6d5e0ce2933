import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import type { Portrait } from '../domain/portrait.ts'
import { JOURNEY_STAGES } from '../domain/values.ts'
import { authorOf, defineMutation, maybe, one } from './define.ts'
import { Line, Moment, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { patchPortrait } from './parts/portrait-row.ts'

const Stage = z.enum(JOURNEY_STAGES)
const known = (stage: string | null | undefined) => Stage.safeParse(stage).data ?? null

const SetStageArgs = z.strictObject({
  customerId: CustomerId,
  /** What the agent says; null: the rows shall speak again. */
  stage: Stage.nullable(),
  /** What the rows say: with no stage, lists go by it. Null: nothing. */
  otherwise: Stage.nullable(),
  reason: Line.nullable(),
  untilMs: Moment.nullable(),
  /** What a person had said when the agent looked. */
  seen: SeenValue.nullable(),
})
type SetStageArgs = z.infer<typeof SetStageArgs>

const said = ({ stage, reason, untilMs }: SetStageArgs): Partial<Portrait> => ({
  stage,
  stageReason: stage === null ? null : reason,
  stageUntilMs: stage === null ? null : untilMs,
})

/** Says where a customer stands against what the rows say, until a day or for good; recorded with who said so. */
export const setStage = defineMutation({
  name: 'portrait.setStage',
  args: SetStageArgs,
  reads: ({ customerId }) => ({
    customer: one('customers', customerId),
    portrait: maybe('portraits', customerId),
  }),
  may: () => true,
  plan: ({ customer, portrait }, args, context) => {
    const fields = said(args)
    const shown = patchChanged('customers', customer, { journeyStage: args.stage ?? args.otherwise })
    const isSame = portrait
      ? patchChanged('portraits', portrait, fields).length === 0
      : args.stage === null && shown.length === 0
    if (isSame && shown.length === 0) return []
    const by = { stageBy: authorOf(context), stageAtMs: context.nowMs }
    return [
      ...shown,
      ...patchPortrait(portrait, args.customerId, { ...fields, ...by }),
      recordEvent(context, {
        place: { ...onCustomer(args.customerId), kind: 'service' },
        type: args.stage === null ? 'customer.stage-freed' : 'customer.stage-set',
        facts: { stage: args.stage ?? args.otherwise, untilMs: args.untilMs },
      }),
    ]
  },
  conflict: ({ portrait }, { customerId, stage: mine, seen }) =>
    conflictOf('changed-since', [
      { table: 'portraits', id: customerId, field: 'stage', seen, mine, theirs: portrait?.stage ?? null },
    ]),
  describe: ({ stage }) =>
    stage === null
      ? { key: 'describe.freeStage', values: {} }
      : { key: 'describe.setStage', values: { stage } },
  insist: ({ portrait }, args) => ({ ...args, seen: portrait?.stage ?? null }),
  invert: ({ customer, portrait }, { customerId, stage }) => ({
    name: 'portrait.setStage',
    args: {
      customerId,
      stage: known(portrait?.stage),
      otherwise: known(customer.journeyStage),
      reason: portrait?.stageReason ?? null,
      untilMs: portrait?.stageUntilMs ?? null,
      seen: stage,
    },
  }),
})
