import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { useIsAway } from '../../../stores/sync-store.ts'
import classes from './levels.module.css'

type SaveBarProps = {
  readonly problems: readonly { readonly what: string }[]
  readonly isChanged: boolean
  readonly isOvertaken: boolean
  readonly onSave: () => void
  readonly onReset: () => void
}

/** Says what is wrong in words, that nothing which runs is touched, and that it waits while there is no network. */
export function SaveBar({ problems, isChanged, isOvertaken, onSave, onReset }: SaveBarProps) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const words = [...new Set(problems.map(({ what }) => what))].map(
    what => dynamicText(`levels.problem.${what}`) ?? what,
  )
  return (
    <div className={classes['save']}>
      <div className={classes['saveText']} role="status">
        {words.map(text => (
          <p key={text} className={classes['problem']}>
            {text}
          </p>
        ))}
        {words.length === 0 && isOvertaken && <p className={classes['problem']}>{t('levels.overtaken')}</p>}
        {words.length === 0 && <p>{t(isAway ? 'levels.holdsLater' : 'levels.holdsFromNow')}</p>}
      </div>
      <Button variant="default" disabled={!isChanged} onClick={onReset}>
        {t('levels.reset')}
      </Button>
      <Button disabled={!isChanged || problems.length > 0} onClick={onSave}>
        {t('levels.set')}
      </Button>
    </div>
  )
}
