import { RefreshRequest, SignInRequest } from '../../../shared/protocol/session.ts'
import { inputOf } from '../input.ts'
import type { HubRoute } from '../route.ts'
import { EVERY_ROLE, SMALL_BODY_BYTES } from '../route.ts'

export const signInRoute: HubRoute = {
  name: 'signIn',
  method: 'POST',
  access: 'public',
  bodyLimit: SMALL_BODY_BYTES,
  handle: ({ request, services }) =>
    services.accounts.signIn(inputOf(SignInRequest, request, 'body'), request.ip),
}

export const refreshRoute: HubRoute = {
  name: 'refresh',
  method: 'POST',
  access: 'public',
  bodyLimit: SMALL_BODY_BYTES,
  handle: ({ request, services }) =>
    services.accounts.refresh(inputOf(RefreshRequest, request, 'body').refreshToken),
}

export const signOutRoute: HubRoute = {
  name: 'signOut',
  method: 'POST',
  access: 'agent',
  roles: EVERY_ROLE,
  bodyLimit: SMALL_BODY_BYTES,
  handle: async ({ services, session }) => {
    await services.accounts.signOut(session)
    return { signedOut: true }
  },
}
