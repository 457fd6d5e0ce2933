import { z } from 'zod'
import { PersonExportAnswer } from '../../../shared/protocol/erase.ts'
import type { EraseRequest, PersonExportRequest } from '../../../shared/protocol/erase.ts'
import { FindAnswer } from '../../../shared/protocol/find.ts'
import type { FoundOnHub } from '../../../shared/protocol/find.ts'
import { IssueNextAnswer } from '../../../shared/protocol/issue-next.ts'
import type { IssueNextRequest } from '../../../shared/protocol/issue-next.ts'
import { routes } from '../../../shared/protocol/routes.ts'
import { askHub, posting } from './ask-hub.ts'
import type { Hub } from './hub.ts'

const FIND_MS = 20_000
/** Somebody of many years has many rows. */
const ERASE_MS = 60_000

/** Tickets on the hub the agent may fetch. Throws as `askedFailure` says. */
export async function findOnHub(hub: Hub, text: string): Promise<readonly FoundOnHub[]> {
  const path = `${routes.find}?${new URLSearchParams({ text }).toString()}`
  return (await askHub(hub, { method: 'GET', path, timeoutMs: FIND_MS }, FindAnswer)).hits
}

/** Erases a person on the hub. Throws as `askedFailure` says. */
export async function eraseOnHub(hub: Hub, request: z.infer<typeof EraseRequest>): Promise<void> {
  await askHub(hub, posting({ path: routes.erase, timeoutMs: ERASE_MS }, request), z.unknown())
}

/** Everything the hub holds about a person. Throws as `askedFailure` says. */
export const exportOnHub = (
  hub: Hub,
  request: z.infer<typeof PersonExportRequest>,
): Promise<PersonExportAnswer> =>
  askHub(hub, posting({ path: routes.exportPerson, timeoutMs: ERASE_MS }, request), PersonExportAnswer)

/** How many people an issue can hit next, beyond those named. Throws as `askedFailure` says. */
export const countNextOnHub = (hub: Hub, request: IssueNextRequest): Promise<IssueNextAnswer> =>
  askHub(hub, posting({ path: routes.issueNext, timeoutMs: FIND_MS }, request), IssueNextAnswer)
