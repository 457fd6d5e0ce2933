import { useTranslation } from 'react-i18next'
import { useLate } from '../lib/use-late.ts'
import classes from './skeleton.module.css'

type SkeletonProps = { readonly rows?: number; readonly shape?: 'cards' | 'lines' | 'messages' }

/** What is on its way, in its own shape, and only if it takes long enough to be noticed. */
export function Skeleton({ rows = 6, shape = 'lines' }: SkeletonProps) {
  const { t } = useTranslation()
  const isLate = useLate(true)
  return (
    <div
      className={classes[shape]}
      role="progressbar"
      aria-busy="true"
      aria-label={t('common.loading')}
      data-late={isLate || undefined}
    >
      {isLate &&
        Array.from({ length: rows }, (_, index) => (
          <div key={index} className={classes['block']}>
            <span className={classes['bar']} style={{ width: `${72 - ((index * 17) % 40)}%` }} />
            <span className={classes['bar']} style={{ width: `${92 - ((index * 23) % 30)}%` }} />
          </div>
        ))}
    </div>
  )
}
