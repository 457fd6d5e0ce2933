import { app, session } from 'electron'
import type { Event, Session, WebContents } from 'electron'
import type { Log } from '../../shared/log.ts'
import { mayLoad } from './may-load.ts'
import { isOwnPage } from './origin.ts'

/** Copying text is the one thing a page may ask the system for. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write'
/** Closes what a browser leaves open: other pages, pop-ups, permissions, downloads, requests to the network. */
export function hardenEverything(log: Log): void {
  hardenSession(session.defaultSession, log)
  app.on('session-created', created => hardenPermissions(created, log))
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, log))
}

function hardenSession(own: Session, log: Log): void {
  hardenPermissions(own, log)
  own.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !mayLoad(details.url)
    if (cancel) log.warn('security.request-refused', { type: details.resourceType })
    decide({ cancel })
  })
  own.on('will-download', (event, item) => {
    // An agent saves an attachment: its bytes came through the contract and lie in a blob of our own page.
    if (item.getURL().startsWith('blob:app://tandem/')) return
    log.warn('security.download-refused')
    event.preventDefault()
  })
}

function hardenPermissions(any: Session, log: Log): void {
  any.setPermissionRequestHandler((contents, permission, ...[decide, details]) => {
    const isAllowed = permission === ALLOWED_PERMISSION && details.isMainFrame && isOwnPage(contents.getURL())
    if (!isAllowed) log.warn('security.permission-refused', { permission })
    decide(isAllowed)
  })
  any.setPermissionCheckHandler(
    (contents, permission, ...[, details]) =>
      permission === ALLOWED_PERMISSION &&
      details.isMainFrame &&
      contents !== null &&
      isOwnPage(contents.getURL()),
  )
  any.setDevicePermissionHandler(() => false)
}

function hardenContents(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: Pick<Event, 'preventDefault'>) => {
    log.warn('security.refused', { what })
    event.preventDefault()
  }
  // Reloading the page we are on is no way out; everything else is.
  contents.on('will-navigate', (event, url) => {
    if (!isOwnPage(url) || url !== contents.getURL()) refuse('navigation')(event)
  })
  contents.on('will-frame-navigate', details => {
    if (!details.isMainFrame) refuse('frame-navigation')(details)
  })
  contents.on('will-redirect', refuse('redirect'))
  contents.on('will-attach-webview', refuse('webview'))
  contents.setWindowOpenHandler(() => {
    log.warn('security.refused', { what: 'window' })
    return { action: 'deny' }
  })
}
