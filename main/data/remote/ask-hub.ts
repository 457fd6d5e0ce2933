import { AppError, ErrorCode, isErrorCode } from '../../../shared/errors.ts'
import type { z } from 'zod'
import { BadAnswer } from './bad-answer.ts'
import type { Hub } from './hub.ts'
import type { Failure } from './remote.ts'

/** A failure where an agent waits for the answer: the window says it in its own words. */
export function askedFailure(failure: Failure): AppError {
  switch (failure.kind) {
    case 'offline':
    case 'timeout':
      return new AppError(ErrorCode.Offline, 'The hub cannot be reached')
    case 'refused':
      return new AppError(isErrorCode(failure.code) ? failure.code : ErrorCode.HubRefused, 'The hub refused')
    case 'server-error':
      return new AppError(ErrorCode.HubUnreachable, 'The hub failed', { status: failure.status })
    default:
      return new AppError(failure.kind, 'The hub cannot be asked')
  }
}

async function readJson(response: { readonly text: () => Promise<string> }): Promise<unknown> {
  try {
    return JSON.parse(await response.text())
  } catch {
    throw new BadAnswer('The answer is not JSON')
  }
}

type Asking = Parameters<Hub['send']>[0]
type Posting = Pick<Asking, 'path' | 'timeoutMs'>

/** A request that carries a body. */
export const posting = (way: Posting, body: unknown): Asking => ({
  ...way,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** The hub's answer where an agent waits for it. Throws as `askedFailure` says. */
export async function askHub<T>(hub: Hub, request: Asking, schema: z.ZodType<T>): Promise<T> {
  const answer = await hub.send(request, async response => {
    const parsed = schema.safeParse(await readJson(response))
    if (!parsed.success) throw new BadAnswer('The answer does not fit the protocol')
    return parsed.data
  })
  if (!answer.ok) throw askedFailure(answer.failure)
  return answer.value
}
