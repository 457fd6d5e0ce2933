import { useTranslation } from 'react-i18next'
import { decideDoubtful } from '../data/doubtful.ts'
import classes from './doubtful-ways.module.css'
import { SmallButton } from './small-button.tsx'

/** Both ways on from a message of which nobody knows whether it has left, where it stands. */
export function DoubtfulWays({ messageId }: { readonly messageId: string }) {
  const { t } = useTranslation()
  return (
    <span className={classes['ways']}>
      <SmallButton
        title={t('doubtful.sendAgainWhy')}
        onClick={() => void decideDoubtful([messageId], 'again')}
      >
        {t('doubtful.sendAgain')}
      </SmallButton>
      <SmallButton title={t('doubtful.hasLeftWhy')} onClick={() => void decideDoubtful([messageId], 'left')}>
        {t('doubtful.hasLeft')}
      </SmallButton>
    </span>
  )
}
