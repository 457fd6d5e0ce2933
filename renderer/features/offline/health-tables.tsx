import { useTranslation } from 'react-i18next'
import type { SyncHealth } from '../../../shared/contract/health.ts'
import { Moment } from '../../components/time-text.tsx'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { count } from '../../lib/format.ts'
import classes from './offline.module.css'

const reasonText = (code: string): string =>
  dynamicText(`attention.reason.${code}`) ??
  dynamicText(`health.failure.${code}`) ??
  dynamicText(`errors.${code}.what`) ??
  code

/** Why work was not taken. */
export function Parked({ parkedFor }: Pick<SyncHealth, 'parkedFor'>) {
  const { t } = useTranslation()
  if (parkedFor.length === 0) return <p className={classes['quiet']}>{t('health.noneParked')}</p>
  return (
    <table className={classes['usage']}>
      <tbody>
        {parkedFor.map(({ reason, count: times }) => (
          <tr key={reason}>
            <th scope="row">{reasonText(reason)}</th>
            <td>{count(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What went wrong since the app was started, by kind, the latest first. */
export function Failures({ failures }: Pick<SyncHealth, 'failures'>) {
  const { t } = useTranslation()
  if (failures.length === 0) return <p className={classes['quiet']}>{t('health.noFailures')}</p>
  return (
    <table className={classes['usage']}>
      <tbody>
        {failures.map(({ code, count: times, lastAtMs }) => (
          <tr key={code}>
            <th scope="row">{reasonText(code)}</th>
            <td>{count(times)}</td>
            <td>
              <Moment atMs={lastAtMs} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
