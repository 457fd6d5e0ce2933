import { contract, isMethodName } from '../../shared/contract/index.ts'
import type { Handlers, Input } from '../../shared/contract/index.ts'
import { LONG_QUERIES } from '../../shared/contract/asking.ts'
import type { Question } from '../../shared/contract/questions.ts'
import type { PackedReply, Refusal, Reply } from '../../shared/contract/reply.ts'
import { mayCall } from '../../shared/contract/window-kinds.ts'
import type { WindowKind } from '../../shared/contract/window-kinds.ts'
import { AppError, ErrorCode, fromWireError, toWireError } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'

/** Who asked: the window the call came from. */
export type MainContext = { readonly windowId: number; readonly kind: WindowKind }
/** Several questions in one message are the router's own: each goes through the same door. */
export type MainHandlers = Omit<Handlers<'main', MainContext>, 'questions.ask'>

export type RouterDeps = {
  readonly handlers: MainHandlers
  readonly callData: (name: string, input: unknown) => Promise<unknown>
  readonly log: Log
}
export type Route = (name: unknown, rawInput: unknown, context: MainContext) => Promise<Reply<unknown>>

export const refusedSender: Reply<never> = {
  ok: false,
  error: { code: ErrorCode.NotAllowed, message: 'Unknown sender', details: {} },
}

/** The one door of the windows: parses by contract, then main answers or the data process does. Never throws. */
export function createRouter({ handlers, callData, log }: RouterDeps): Route {
  const refused = (name: unknown, error: unknown): Refusal => {
    const wire = toWireError(error)
    const method = isMethodName(name) ? name : 'unknown'
    log.warn('call.failed', { method, code: wire.code, ...nameOf(error) })
    return { ok: false, error: wire }
  }
  return async (name, rawInput, context) => {
    try {
      if (!isMethodName(name)) throw new AppError(ErrorCode.NotFound, 'Unknown method')
      const method = contract[name]
      // Handlers get the parsed value, never the raw one.
      const input: unknown = method.input.parse(rawInput)
      if (name === 'questions.ask') {
        const { questions } = input as Input<'questions.ask'>
        return { ok: true, value: await askMany(questions, { kind: context.kind, callData, refused }) }
      }
      if (method.owner === 'data') return { ok: true, value: await callData(name, input) }
      const handle = handlers[name as keyof MainHandlers] as (input: unknown, context: MainContext) => unknown
      return { ok: true, value: await handle(input, context) }
    } catch (error) {
      return refused(name, error)
    }
  }
}

type Asking = Pick<RouterDeps, 'callData'> & {
  readonly kind: WindowKind
  readonly refused: (name: unknown, error: unknown) => Refusal
}

/** Each question is let through or refused as if it came alone; those let through travel together. */
async function askMany(
  questions: readonly Question[],
  { kind, callData, refused }: Asking,
): Promise<readonly PackedReply[]> {
  const checked = questions.map(question => {
    try {
      return { ok: true, value: checkedQuestion(question, kind) } as const
    } catch (error) {
      return refused(question.name, error)
    }
  })
  const good = checked.flatMap(each => (each.ok ? [each.value] : []))
  const answers =
    good.length === 0
      ? []
      : ((await callData('questions.answer', { questions: good })) as readonly PackedReply[])
  let next = 0
  return checked.map((each, index) => {
    if (!each.ok) return each
    const answer = answers[next]
    next += 1
    if (answer?.ok) return answer
    return refused(questions[index]?.name, answer ? fromWireError(answer.error) : new Error('no answer'))
  })
}

function checkedQuestion({ name, input }: Question, kind: WindowKind): Question {
  if (!isMethodName(name) || !mayCall(kind, name)) throw new AppError(ErrorCode.NotFound, 'Unknown method')
  const { owner, kind: does, input: schema } = contract[name]
  if (owner !== 'data' || does !== 'query' || LONG_QUERIES.has(name))
    throw new AppError(ErrorCode.BadRequest, 'Not a quick query')
  return { name, input: schema.parse(input) }
}

const nameOf = (error: unknown): { readonly name?: string } =>
  error instanceof AppError ? {} : { name: error instanceof Error ? error.name : typeof error }
