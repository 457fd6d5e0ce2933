import { useSyncExternalStore } from 'react'
import type { ContrastWorn } from './css-variables.ts'

const forced = matchMedia('(forced-colors: active)')
const wanted = matchMedia('(prefers-contrast: more)')

function follow(onChange: () => void): () => void {
  const both = [forced, wanted]
  for (const each of both) each.addEventListener('change', onChange)
  return () => {
    for (const each of both) each.removeEventListener('change', onChange)
  }
}

const ofSystem = (): ContrastWorn => {
  if (forced.matches) return 'system'
  return wanted.matches ? 'high' : 'normal'
}

/** The contrast that is worn: the one that is chosen, and never less than the system asks for. */
export function useContrast(chosen: 'normal' | 'high'): ContrastWorn {
  const asked = useSyncExternalStore(follow, ofSystem)
  return asked === 'normal' ? chosen : asked
}
