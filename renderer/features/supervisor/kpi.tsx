import { useTranslation } from 'react-i18next'
import { Sparkline } from './sparkline.tsx'
import classes from './supervisor.module.css'

type KpiProps = {
  readonly label: string
  /** Null: not known, shown as a dash with the reason below. */
  readonly value: string | null
  readonly detail: string
  readonly trend: readonly (number | null)[]
  readonly onOpen?: (() => void) | undefined
}

export function Kpi({ label, value, detail, trend, onOpen }: KpiProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['kpi']} role="group" aria-label={label}>
      <div className={classes['kpiTop']}>
        {onOpen ? (
          <button type="button" className={classes['cover']} onClick={onOpen}>
            {label}
          </button>
        ) : (
          <span>{label}</span>
        )}
        <Sparkline values={trend} />
      </div>
      <strong className={classes['kpiValue']}>
        {value ?? (
          <>
            <span aria-hidden>–</span>
            <span className="for-readers">{t('supervisor.notKnown')}</span>
          </>
        )}
      </strong>
      <span className={classes['quiet']}>{detail}</span>
    </div>
  )
}
