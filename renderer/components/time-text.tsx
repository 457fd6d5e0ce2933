import { useNow } from '../lib/clock.ts'
import { ago, fullMoment, moment } from '../lib/format.ts'
import { useWords } from '../lib/use-words.ts'

/** How long ago, with the full moment on hover. */
export function Ago({ atMs, className }: { readonly atMs: number; readonly className?: string | undefined }) {
  useWords()
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
  useWords()
  const nowMs = useNow()
  return (
    <time className={className} dateTime={new Date(atMs).toISOString()} title={fullMoment(atMs)}>
      {moment(atMs, nowMs)}
    </time>
  )
}
