import { useEffect, useState } from 'react'
import { Keys } from './keys.tsx'
import classes from './tooltip-layer.module.css'

type Tip = { readonly text: string; readonly keys: string | null; readonly style: React.CSSProperties }

const DELAY_MS = 500
const GAP = 6
/** Room kept to the edge of the window. */
const EDGE = 8
const HEIGHT = 30

/** Below its element, or above where there is no room; kept inside the window at its sides. */
function placeBeside(element: Element): React.CSSProperties {
  const { left, right, top, bottom, width } = element.getBoundingClientRect()
  const isRail = element.closest('nav') !== null
  if (isRail) return { left: right + GAP, top: top + (bottom - top) / 2, transform: 'translateY(-50%)' }
  const middle = Math.min(Math.max(left + width / 2, EDGE * 12), window.innerWidth - EDGE * 12)
  const isLow = bottom + HEIGHT + GAP > window.innerHeight
  return isLow
    ? { left: middle, bottom: window.innerHeight - top + GAP, transform: 'translateX(-50%)' }
    : { left: middle, top: bottom + GAP, transform: 'translateX(-50%)' }
}

const tipOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null

/**
 * One tooltip for the whole window: any element with `data-tip` (and `data-keys`) has one. A hundred buttons then
 * cost a hundred attributes and not a hundred floating layers.
 */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = (): void => {
      clearTimeout(timer)
      setTip(null)
    }
    const ask = (element: HTMLElement | null): void => {
      hide()
      if (!element) return
      timer = setTimeout(() => {
        const { tip: text = '', keys = null } = element.dataset
        if (element.isConnected) setTip({ text, keys, style: placeBeside(element) })
      }, DELAY_MS)
    }
    const onOver = (event: PointerEvent): void => {
      if (tipOf(event.target) !== tipOf(event.relatedTarget)) ask(tipOf(event.target))
    }
    const onFocus = (event: FocusEvent): void => {
      const element = tipOf(event.target)
      if (element?.matches(':focus-visible')) ask(element)
    }
    document.addEventListener('pointerover', onOver)
    document.addEventListener('focusin', onFocus)
    const ends = ['focusout', 'pointerdown', 'keydown', 'scroll'] as const
    for (const end of ends) document.addEventListener(end, hide, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', onOver)
      document.removeEventListener('focusin', onFocus)
      for (const end of ends) document.removeEventListener(end, hide, true)
    }
  }, [])
  if (tip === null) return null
  return (
    <div className={classes['tip']} style={tip.style} role="tooltip">
      {tip.text}
      {tip.keys !== null && <Keys shortcut={tip.keys} />}
    </div>
  )
}
