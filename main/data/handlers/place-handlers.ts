import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { InternalInput, InternalName, InternalOutput } from '../../../shared/contract/internal.ts'
import { databasePath } from '../database-path.ts'
import { replaceKey } from '../db/rekey/replace-key.ts'
import { errorOf } from '../failure-error.ts'
import { openPlace } from '../place.ts'
import type { OpenPlace, PlaceDeps } from '../place.ts'
import { createHttp } from '../remote/http.ts'
import { hello, signIn } from '../remote/hub.ts'
import { rescuePlace } from '../rescue.ts'

/** The rest is the reader's. */
type PlaceNames = Exclude<
  InternalName,
  'data.countUnsent' | 'data.keyRule' | 'data.whichKey' | 'data.rekeyNeeds' | 'questions.answer'
>
type PlaceHandlers = {
  readonly [Name in PlaceNames]: (
    input: InternalInput<Name>,
  ) => InternalOutput<Name> | Promise<InternalOutput<Name>>
}

async function signInOver(
  { clock }: PlaceDeps,
  { hubUrl, network, ...request }: InternalInput<'data.signIn'>,
): Promise<InternalOutput<'data.signIn'>> {
  const http = createHttp(network)
  try {
    const greeting = await hello(http, hubUrl)
    if (!greeting.ok) throw errorOf(greeting.failure)
    const answer = await signIn(http, hubUrl, request)
    if (!answer.ok) throw errorOf(answer.failure)
    const { agent, workspace, accessToken, refreshToken, expiresInMs } = answer.value
    const tokens = { accessToken, refreshToken, expiresAtMs: clock.now() + expiresInMs }
    return { place: { hubUrl, agent, workspace }, tokens }
  } finally {
    http.close()
  }
}

/** Opens and closes places for main; one is open at a time. */
export function placeHandlers(deps: PlaceDeps): {
  readonly handlers: PlaceHandlers
  readonly place: () => OpenPlace
} {
  let open: OpenPlace | null = null
  const closeOpen = async (): Promise<{ readonly unsent: number }> => {
    const closing = open
    open = null
    return closing ? closing.close() : { unsent: 0 }
  }
  const place = (): OpenPlace => {
    if (open) return open
    throw new AppError(ErrorCode.DataUnavailable, 'No place is open')
  }
  const handlers: PlaceHandlers = {
    'data.open': async input => {
      await closeOpen()
      open = openPlace(deps, input)
      return { unsent: open.engine.status().waiting }
    },
    'data.close': closeOpen,
    'data.rescue': async input => {
      await closeOpen()
      return rescuePlace(input)
    },
    'data.rekey': async ({ folder, key, nextKey }) => {
      await closeOpen()
      replaceKey({ path: databasePath(folder), key }, nextKey, deps.emit.rekeying)
      return { done: true }
    },
    'data.setNetwork': network => {
      open?.setNetwork(network)
      return { taken: open !== null }
    },
    'data.setTokens': tokens => {
      open?.setTokens(tokens)
      return { taken: open !== null }
    },
    'data.signOut': async () => ({ signedOut: open !== null && (await open.signOut()) }),
    'data.signIn': input => signInOver(deps, input),
  }
  return { handlers, place }
}
