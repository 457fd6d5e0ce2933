import { useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import classes from './splitter.module.css'

type SplitterProps = {
  readonly label: string
  readonly size: number
  readonly least: number
  readonly most: number
  /** Which side of the border the measured panel is on. */
  readonly side: 'before' | 'after'
  readonly axis?: 'x' | 'y'
  readonly onResize: (size: number) => void
  /** The drag ended, or a key moved it: the size is to be remembered; null goes back to the design's. */
  readonly onKeep: (size: number | null) => void
}

const STEP = 16

/** A border that can be dragged, moved by arrow keys, and reset by a double click. */
export function Splitter({ label, size, least, most, side, axis = 'x', onResize, onKeep }: SplitterProps) {
  const drag = useRef<{ from: number; size: number } | null>(null)
  const direction = side === 'before' ? 1 : -1
  const limit = (wanted: number): number => Math.min(most, Math.max(least, wanted))
  const at = (event: PointerEvent): number => (axis === 'x' ? event.clientX : event.clientY)
  const moved = (event: PointerEvent): number =>
    drag.current === null ? size : limit(drag.current.size + (at(event) - drag.current.from) * direction)

  const onKeyDown = (event: KeyboardEvent): void => {
    const [less, more] = axis === 'x' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    if (event.key !== less && event.key !== more) return
    event.preventDefault()
    const next = limit(size + (event.key === more ? STEP : -STEP) * direction)
    onResize(next)
    onKeep(next)
  }
  return (
    <div
      className={classes[axis]}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onKeep(null)}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { from: at(event), size }
      }}
      onPointerMove={event => drag.current && onResize(moved(event))}
      onPointerUp={event => {
        const isMoved = drag.current !== null && at(event) !== drag.current.from
        const next = moved(event)
        drag.current = null
        if (isMoved) onKeep(next)
      }}
    />
  )
}
