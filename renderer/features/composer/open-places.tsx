import { IconAlertTriangle } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenPlace } from '../../../shared/rules/fill-in.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import classes from './composer.module.css'

type OpenPlacesProps = {
  readonly places: readonly OpenPlace[]
  readonly text: RefObject<HTMLTextAreaElement | null>
}

/** What a canned text could not fill in: shown, and each one key away from being written. It does not leave so. */
export function OpenPlaces({ places, text }: OpenPlacesProps) {
  const { t } = useTranslation()
  if (places.length === 0) return null
  const go = ({ at, length }: OpenPlace): void => {
    text.current?.focus()
    text.current?.setSelectionRange(at, at + length)
  }
  return (
    <div className={classes['open']} role="status">
      <IconAlertTriangle aria-hidden />
      <span>{t('composer.openPlaces')}</span>
      {places.map(place => (
        <button key={place.at} type="button" onClick={() => go(place)}>
          {dynamicText(`place.${place.name}`) ?? place.name}
        </button>
      ))}
    </div>
  )
}
