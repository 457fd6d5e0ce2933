import type { ElectronApplication } from '@playwright/test'

/** What the system was asked to show; the product knows nothing of being watched. */
type Watched = {
  notices: Record<string, unknown>[]
  shown: { click: () => void }[]
  menus: { items: { id: string; label: string; click: () => void }[] }[]
  badges: number[]
}

/** Stands between the product and the system's notifications, tray menu and badge, and writes down what passes. */
export async function watchSystem(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification, Tray, app: electron }) => {
    const watched = globalThis as never as Watched
    Object.assign(watched, { notices: [], shown: [], menus: [], badges: [] })
    Notification.prototype.show = function show() {
      const { title, body, silent, urgency, timeoutType } = this as never as Record<string, unknown>
      watched.notices.push({ title, body, silent, urgency, timeoutType })
      watched.shown.push({ click: () => this.emit('click') })
    }
    const original = Tray.prototype.setContextMenu
    Tray.prototype.setContextMenu = function setContextMenu(menu) {
      if (menu) watched.menus.push(menu as never)
      original.call(this, menu)
    }
    electron.setBadgeCount = count => watched.badges.push(count ?? 0) > 0
  })
}

export const notices = (app: ElectronApplication): Promise<Record<string, unknown>[]> =>
  app.evaluate(() => (globalThis as never as Watched).notices)

/** Labels of the menu beside the clock as it was set last. */
export const trayMenu = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as never as Watched).menus.at(-1)?.items.map(({ label }) => label) ?? [])
