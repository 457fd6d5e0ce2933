import classes from './supervisor.module.css'

const WIDTH = 94
const HEIGHT = 18

/** A line without axes: only whether it goes up or down. Gaps stay gaps; fewer than two points are no line. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const known = values.filter(value => value !== null)
  if (known.length < 2) return null
  const low = Math.min(...known)
  const high = Math.max(...known)
  const x = (index: number): number => (index / (values.length - 1)) * WIDTH
  const y = (value: number): number => HEIGHT - 2 - ((value - low) / (high - low || 1)) * (HEIGHT - 4)
  const points = values.flatMap((value, index) => (value === null ? [] : [`${x(index)},${y(value)}`]))
  return (
    <svg className={classes['spark']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
      <polyline points={points.join(' ')} />
    </svg>
  )
}
