import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoneSheet } from '../../components/lone-sheet.tsx'
import { desk } from '../../desk.ts'
import { roughDuration } from '../../lib/rough-duration.ts'
import classes from './replacing-key.module.css'

type Progress = { readonly share: number; readonly leftMs: number | null }

/** Before so much is done, what is left is a guess. */
const TELLING_SHARE = 0.1

/** How far it is, and how long the rest takes at the pace so far. */
function useProgress(): Progress {
  const [progress, setProgress] = useState<Progress>({ share: 0, leftMs: null })
  useEffect(() => {
    const beganAt = performance.now()
    return desk.on('key.progressed', ({ share }) => {
      const passedMs = performance.now() - beganAt
      const leftMs = share < TELLING_SHARE ? null : (passedMs / share) * (1 - share)
      setProgress({ share, leftMs })
    })
  }, [])
  return progress
}

/** The data of this place is being locked with another key: nothing can be read or written meanwhile. */
export function ReplacingKey() {
  const { t } = useTranslation()
  const { share, leftMs } = useProgress()
  return (
    <LoneSheet>
      <h1>{t('dataKey.replacing')}</h1>
      <div
        className={classes['track']}
        role="progressbar"
        aria-label={t('dataKey.replacing')}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p>{leftMs === null ? t('dataKey.begun') : t('dataKey.left', { duration: roughDuration(leftMs) })}</p>
      <p>{t('dataKey.safe')}</p>
    </LoneSheet>
  )
}
