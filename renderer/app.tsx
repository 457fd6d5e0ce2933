import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import { TooltipLayer } from './components/tooltip-layer.tsx'
import { live, startLive } from './data/live.ts'
import { showFailure } from './data/toasts.ts'
import { ErrorCode } from '../shared/errors.ts'
import { languageFor } from '../shared/rules/language.ts'
import { nameLayers, speak } from './i18n.ts'
import { Routes } from './routes.tsx'
import { followMain } from './shell/follow-main.ts'
import { placeIn, sessionStore } from './stores/session-store.ts'
import { forgetActs } from './stores/undo-store.ts'
import { settingsStore, useSettings } from './stores/settings-store.ts'
import { theme } from './theme.ts'
import { cssVariables } from './theme/css-variables.ts'

/** Theme, language and the few things main tells every window; then the page the session asks for. */
export function App() {
  const { theme: scheme, contrast, density, textSize, language } = useSettings()
  const variables = useMemo(() => cssVariables(contrast), [contrast])
  useEffect(() => {
    const { dataset, style } = document.documentElement
    dataset['density'] = density
    dataset['contrast'] = contrast
    style.setProperty('--text-scale', String(textSize / 100))
  }, [density, contrast, textSize])
  useEffect(() => {
    speak(languageFor(language, navigator.languages))
    nameLayers()
  }, [language])
  useEffect(() => {
    const stops = [startLive(), followMain(), forgetOnLeave()]
    if (settingsStore.getState().wasReset) showFailure({ code: ErrorCode.SettingsCorrupt })
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
      deduplicateCssVariables={false}
    >
      <Notifications position="bottom-right" limit={3} />
      <Routes />
      <TooltipLayer />
    </MantineProvider>
  )
}

/** Rows of one place never show in another. */
function forgetOnLeave(): () => void {
  let placeId: string | null = null
  return sessionStore.subscribe(({ session }) => {
    const next = placeIn(session)?.id ?? null
    if (next !== placeId) {
      live.clear()
      forgetActs()
    }
    placeId = next
  })
}
