import { useTranslation } from 'react-i18next'
import { useNow } from '../lib/clock.ts'
import { ago, fullMoment, moment } from '../lib/format.ts'

/** How long ago, with the full moment on hover. */
export function Ago({ atMs, className }: { readonly atMs: number; readonly className?: string | undefined }) {
  useTranslation()
  const nowMs = useNow()
  return (
    <time className={className} dateTime={new Date(atMs).toISOString()} title={fullMoment(atMs)}>
      {ago(atMs, nowMs)}
    </time>
  )
}

/** Day and time as they are, with everything on hover. */
export function Moment({
  atMs,
  className,
}: {
  readonly atMs: number
  readonly className?: string | undefined
}) {
  useTranslation()
  const nowMs = useNow()
  return (
    <time className={className} dateTime={new Date(atMs).toISOString()} title={fullMoment(atMs)}>
      {moment(atMs, nowMs)}
    </time>
  )
}
