import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import { TooltipLayer } from './components/tooltip-layer.tsx'
import { startLive } from './data/live.ts'
import { Supervisor } from './features/supervisor/supervisor.tsx'
import { languageFor } from '../shared/rules/language.ts'
import { nameLayers, speak } from './i18n.ts'
import { followBoard } from './shell/follow-board.ts'
import { askSyncStatus, followMain } from './shell/follow-main.ts'
import { useBoardStore } from './stores/board-store.ts'
import { useSettings } from './stores/settings-store.ts'
import { theme } from './theme.ts'
import { cssVariables } from './theme/css-variables.ts'

/** What is read from across the room is larger by this. */
const WALLBOARD_SCALE = 1.35

/** The supervisors' window: the console's theme and language around one page. */
export function SupervisorApp() {
  const { theme: scheme, contrast, density, textSize, language } = useSettings()
  const isWallboard = useBoardStore(state => state.isWallboard)
  const variables = useMemo(() => cssVariables(contrast), [contrast])
  useEffect(() => {
    const { dataset, style } = document.documentElement
    dataset['density'] = density
    dataset['contrast'] = contrast
    style.setProperty('--text-scale', String((textSize / 100) * (isWallboard ? WALLBOARD_SCALE : 1)))
  }, [density, contrast, textSize, isWallboard])
  useEffect(() => {
    speak(languageFor(language, navigator.languages))
    nameLayers()
  }, [language])
  useEffect(() => {
    const stops = [startLive(), followMain(), followBoard()]
    void askSyncStatus()
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
      <Supervisor />
      <TooltipLayer />
    </MantineProvider>
  )
}
