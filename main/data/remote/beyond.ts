import { AppError, ErrorCode, isErrorCode } from '../../../shared/errors.ts'
import type { z } from 'zod'
import type { EraseRequest } from '../../../shared/protocol/erase.ts'
import { FindAnswer } from '../../../shared/protocol/find.ts'
import type { FoundOnHub } from '../../../shared/protocol/find.ts'
import { IssueNextAnswer } from '../../../shared/protocol/issue-next.ts'
import type { IssueNextRequest } from '../../../shared/protocol/issue-next.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { BadAnswer } from './bad-answer.ts'
import type { Hub } from './hub.ts'
import type { Failure } from './remote.ts'

const FIND_MS = 20_000
/** Somebody of many years has many rows. */
const ERASE_MS = 60_000

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

export async function readJson(response: { readonly text: () => Promise<string> }): Promise<unknown> {
  try {
    return JSON.parse(await response.text())
  } catch {
    throw new BadAnswer('The answer is not JSON')
  }
}

/** Tickets on the hub the agent may fetch. Throws as `askedFailure` says. */
export async function findOnHub(hub: Hub, text: string): Promise<readonly FoundOnHub[]> {
  const path = `${routes.find}?${new URLSearchParams({ text }).toString()}`
  const answer = await hub.send({ method: 'GET', path, timeoutMs: FIND_MS }, async response => {
    const parsed = FindAnswer.safeParse(await readJson(response))
    if (!parsed.success) throw new BadAnswer('The answer does not fit the protocol')
    return parsed.data.hits
  })
  if (!answer.ok) throw askedFailure(answer.failure)
  return answer.value
}

/** Erases a person on the hub. Throws as `askedFailure` says. */
export async function eraseOnHub(hub: Hub, request: z.infer<typeof EraseRequest>): Promise<void> {
  const answer = await hub.send(
    {
      method: 'POST',
      path: routes.erase,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeoutMs: ERASE_MS,
    },
    readJson,
  )
  if (!answer.ok) throw askedFailure(answer.failure)
}

/** How many people an issue can hit next, beyond those named. Throws as `askedFailure` says. */
export async function countNextOnHub(hub: Hub, request: IssueNextRequest): Promise<IssueNextAnswer> {
  const answer = await hub.send(
    {
      method: 'POST',
      path: routes.issueNext,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      timeoutMs: FIND_MS,
    },
    async response => {
      const parsed = IssueNextAnswer.safeParse(await readJson(response))
      if (!parsed.success) throw new BadAnswer('The answer does not fit the protocol')
      return parsed.data
    },
  )
  if (!answer.ok) throw askedFailure(answer.failure)
  return answer.value
}
