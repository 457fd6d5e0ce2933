import { desk } from '../desk.ts'
import { languageFor } from '../../shared/rules/language.ts'
import { startI18n } from '../i18n.ts'
import { sessionStore } from '../stores/session-store.ts'
import { settingsStore } from '../stores/settings-store.ts'

/** Settings and session, before anything is painted. What cannot be had keeps its default; events bring it later. */
export async function loadFirst(): Promise<void> {
  const [settings, session] = await Promise.allSettled([
    desk.call('settings.get', {}),
    desk.call('session.get', {}),
  ])
  if (settings.status === 'fulfilled') settingsStore.setState(settings.value)
  if (session.status === 'fulfilled') sessionStore.setState({ session: session.value })
  startI18n(languageFor(settingsStore.getState().settings.language, navigator.languages))
}
