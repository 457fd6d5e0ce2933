import { useTranslation } from 'react-i18next'
import { useHoldPlace } from './hold-place.ts'
import classes from './item.module.css'

type FoldProps = { readonly isUnfolded: boolean; readonly onUnfold: (isUnfolded: boolean) => void }

/** Shows and hides what a mail repeats of earlier ones; what unfolds below takes nobody to its end. */
export function Fold({ isUnfolded, onUnfold }: FoldProps) {
  const { t } = useTranslation()
  const hold = useHoldPlace()
  const turn = (): void => {
    hold()
    onUnfold(!isUnfolded)
  }
  return (
    <button type="button" className={classes['fold']} aria-expanded={isUnfolded} onClick={turn}>
      {isUnfolded ? t('ticket.hideQuoted') : t('ticket.showQuoted')}
    </button>
  )
}
