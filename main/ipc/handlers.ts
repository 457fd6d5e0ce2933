import { maySupervise } from '../../shared/rules/supervising.ts'
import type { AppInfo } from '../../shared/contract/app.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import type { ImageGrants } from '../app/image-grants.ts'
import type { MenuKeys } from '../app/menu-template.ts'
import type { ProxySignIn } from '../app/proxy-sign-in.ts'
import type { Session } from '../app/session.ts'
import type { SettingsStore } from '../app/settings.ts'
import type { Windows } from '../app/windows.ts'
import type { MainHandlers } from './router.ts'

export type MainServices = {
  readonly session: Session
  readonly settings: SettingsStore
  readonly grants: ImageGrants
  readonly info: () => Promise<AppInfo>
  /** False for an address that no system program may get. */
  readonly openExternal: (url: string) => Promise<boolean>
  readonly copyText: (text: string) => Promise<void>
  readonly showKeys: (keys: MenuKeys) => void
  readonly setFront: (windowId: number, ticketId: string | null) => void
  readonly windows: Pick<Windows, 'show' | 'setFullScreen'>
  readonly showTicket: (ticketId: string) => void
  readonly proxy: ProxySignIn
  readonly log: Log
  readonly quit: () => void
}

/** Main's own half of the contract. */
export function createHandlers(services: MainServices): MainHandlers {
  const { session, settings, grants } = services
  return {
    'session.get': () => session.get(),
    'session.signIn': input => session.signIn(input),
    'session.openDemo': () => session.openDemo(),
    'session.workOffline': ({ offline }) => session.workOffline(offline),
    'session.openPlace': ({ placeId }) => session.openPlace(placeId),
    'session.signOut': ({ forget }) => session.signOut(forget),
    'session.places': () => session.otherPlaces(),
    'session.leave': () => session.leave(),
    'session.retry': () => session.retry(),
    'session.rebuild': () => session.rebuild(),
    'session.key': () => session.keyFacts(),
    'session.replaceKey': () => session.replaceKey(),
    'proxy.get': async ({ hubUrl }) => ({ proxy: await services.proxy.find(hubUrl) }),
    'proxy.signIn': async ({ hubUrl, ...login }) => {
      await services.proxy.signIn(hubUrl, login)
      return { kept: true }
    },
    'settings.get': () => ({ settings: settings.get(), wasReset: settings.wasReset }),
    'settings.patch': patch => settings.patch(patch),
    ...appHandlers(services),
    ...supervisorHandlers(services),
    'mail.allowImages': ({ urls }) => {
      if (settings.get().remoteImages === 'never') {
        throw new AppError(ErrorCode.NotAllowed, 'Remote images are switched off')
      }
      return { images: grants.allow(urls) }
    },
  }
}

type AppNames =
  | 'app.info'
  | 'app.openExternal'
  | 'app.copyText'
  | 'app.setFront'
  | 'app.showKeys'
  | 'app.tellDefect'
  | 'app.quit'

function appHandlers(services: MainServices): Pick<MainHandlers, AppNames> {
  return {
    'app.info': () => services.info(),
    'app.openExternal': async ({ url }) => ({ opened: await services.openExternal(url) }),
    'app.copyText': async ({ text }) => {
      await services.copyText(text)
      return { copied: true }
    },
    'app.setFront': ({ ticketId }, { windowId }) => {
      services.setFront(windowId, ticketId)
      return { taken: true }
    },
    'app.showKeys': ({ keys }) => {
      services.showKeys(keys)
      return { shown: true }
    },
    'app.tellDefect': ({ part, name, places }, { kind }) => {
      services.log.error('window.defect', { window: kind, part, name, places: places.join(' ') })
      return { told: true }
    },
    'app.quit': () => {
      services.quit()
      return { quitting: true }
    },
  }
}

type SupervisorNames = 'supervisor.open' | 'supervisor.openTicket' | 'supervisor.setWallboard'

function supervisorHandlers({
  session,
  windows,
  showTicket,
}: MainServices): Pick<MainHandlers, SupervisorNames> {
  return {
    'supervisor.open': async () => {
      const state = session.get()
      if (state.state !== 'open' || !maySupervise(state.place.agent.role)) {
        throw new AppError(ErrorCode.NotAllowed, 'This role has no board')
      }
      await windows.show('supervisor')
      return { opened: true }
    },
    'supervisor.openTicket': async ({ ticketId }) => {
      await windows.show()
      showTicket(ticketId)
      return { opened: true }
    },
    'supervisor.setWallboard': ({ isOn }, { windowId }) => {
      windows.setFullScreen(windowId, isOn)
      return { isOn }
    },
  }
}
