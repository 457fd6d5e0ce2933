import { IconHeartHandshake, IconTool } from '@tabler/icons-react'
import { cx } from '../lib/cx.ts'
import classes from './kind-mark.module.css'
import { useWords } from '../lib/use-words.ts'

export type MarkKind = 'service' | 'support'

/** The icon of a kind, with its name for those who do not see it. */
export function KindMark({ kind, size = 15 }: { readonly kind: MarkKind; readonly size?: number }) {
  const { t } = useWords()
  const Icon = kind === 'service' ? IconHeartHandshake : IconTool
  return (
    <span className={cx(classes['mark'], classes[kind])} title={t(`kind.${kind}`)}>
      <Icon size={size} stroke={1.6} aria-hidden />
      <span className="for-readers">{t(`kind.${kind}`)}</span>
    </span>
  )
}

/** The 3-px bar at the left edge: one colour, or both halves. Decoration; the icon beside it says the same. */
export function KindBar({ kinds }: { readonly kinds: readonly MarkKind[] }) {
  return (
    <span className={classes['bar']} aria-hidden>
      {kinds.map(kind => (
        <span key={kind} className={classes[`${kind}Bar`]} />
      ))}
    </span>
  )
}
