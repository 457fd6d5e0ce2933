import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { readSettings } from './settings.ts'

function chosenLanguage(userData: string): string {
  try {
    return readSettings(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))).language
  } catch {
    // Not there yet, or not to be read: what the system speaks.
    return 'system'
  }
}

/**
 * Fields for days and times are the engine's own and speak its language: from the next start on the one of the settings,
 * in the system's way of speaking it where there is one. Must be called before the app is ready.
 */
export function speakAsChosen(): void {
  const language = chosenLanguage(app.getPath('userData'))
  if (language === 'system') return
  const ways = app.getPreferredSystemLanguages()
  app.commandLine.appendSwitch('lang', ways.find(way => way.toLowerCase().startsWith(language)) ?? language)
}
