import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SmallButton } from './small-button.tsx'

type Rest<T> = {
  readonly shown: readonly T[]
  /** The last line of the list: opens the rest, or says what is not here; null: all of it is shown. */
  readonly last: ReactNode
}

/** The first lines of a list, and the others on request. `total` counts those as well that were not read. */
export function useRest<T>(all: readonly T[], first: number, total = all.length): Rest<T> {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (all.length <= first) return { shown: all, last: null }
  return {
    shown: isOpen ? all : all.slice(0, first),
    last: (
      <li>
        <SmallButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('service.fewer') : t('service.moreLines', { count: all.length - first })}
        </SmallButton>
        {isOpen && total > all.length && (
          <small>{t('service.newestOf', { shown: all.length, count: total })}</small>
        )}
      </li>
    ),
  }
}
