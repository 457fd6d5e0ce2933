import i18next from 'i18next'
import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener)
  return () => i18next.off('languageChanged', listener)
}
const spoken = (): string => i18next.language

type Words = { readonly t: typeof i18next.t; readonly language: string }

/**
 * What `useTranslation` is for, in what is painted by the dozen while somebody scrolls: all texts are in the bundle, so
 * the only thing to follow is the language.
 */
export function useWords(): Words {
  const language = useSyncExternalStore(subscribe, spoken)
  return { t: i18next.t, language }
}
