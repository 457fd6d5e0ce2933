import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { languageFor } from '../shared/rules/language.ts'
import { TooltipLayer } from './components/tooltip-layer.tsx'
import { nameLayers, speak } from './i18n.ts'
import { useSettings } from './stores/settings-store.ts'
import { theme } from './theme.ts'
import { useContrast } from './theme/use-contrast.ts'
import { cssVariables } from './theme/css-variables.ts'

type SkinProps = {
  /** Everything is larger by this, beside the text size of the settings. */
  readonly scale?: number
  readonly children: ReactNode
}

/** What every window wears as the settings say: scheme, contrast, density, text size, language; and the layers over its page. */
export function Skin({ scale = 1, children }: SkinProps) {
  const { theme: scheme, contrast: chosen, density, textSize, language } = useSettings()
  const contrast = useContrast(chosen)
  const variables = useMemo(() => cssVariables(contrast), [contrast])
  useEffect(() => {
    const { dataset, style } = document.documentElement
    dataset['density'] = density
    dataset['contrast'] = contrast === 'normal' ? 'normal' : 'high'
    style.setProperty('--text-scale', String((textSize / 100) * scale))
  }, [density, contrast, textSize, scale])
  useEffect(() => {
    speak(languageFor(language, navigator.languages))
    nameLayers()
  }, [language])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
      deduplicateCssVariables={false}
    >
      <Notifications position="bottom-right" limit={3} />
      {children}
      <TooltipLayer />
    </MantineProvider>
  )
}
