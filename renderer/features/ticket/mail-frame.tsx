import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desk } from '../../desk.ts'
import classes from './item.module.css'

/** Heights of frames that were on the screen, so that scrolling back moves nothing. */
const heights = new Map<string, number>()
const FIRST_GUESS = 120
const TALLEST = 200_000

/** Height a frame had when it was last on the screen, px. */
export const heightOf = (frameId: string): number | undefined => heights.get(frameId)

type MailFrameProps = {
  /** Same for the same mail, or part of one. */
  readonly frameId: string
  /** A whole document, cleaned. */
  readonly document: string
  /** Height until the page is there, px. */
  readonly guess?: number
  /** What only repeats earlier mails is shown too. */
  readonly isUnfolded?: boolean
}

/** As tall as what is in it. Same origin only so that it can be measured: without scripts nothing inside can use it. */
export function MailFrame({
  frameId,
  document: page,
  guess = FIRST_GUESS,
  isUnfolded = false,
}: MailFrameProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(heights.get(frameId) ?? guess)
  // A page that is loaded anew begins folded: it is told again then.
  const unfolded = useRef(isUnfolded)
  useEffect(() => {
    // Asking a frame that is only just there for its document costs as much as making it.
    if (unfolded.current === isUnfolded) return
    unfolded.current = isUnfolded
    unfold(frame.current, isUnfolded)
  }, [isUnfolded])
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    let stop = (): void => undefined
    const onLoad = (): void => {
      stop()
      unfold(element, unfolded.current)
      stop = watch(element, next => {
        heights.set(frameId, next)
        setHeight(next)
      })
    }
    element.addEventListener('load', onLoad)
    return () => {
      element.removeEventListener('load', onLoad)
      stop()
    }
  }, [frameId])
  return (
    <iframe
      ref={frame}
      className={classes['frame']}
      title={t('ticket.mailContent')}
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      srcDoc={page}
      style={{ height }}
    />
  )
}

/** A frame whose page is on its way has a document without a root. */
const rootOf = (frame: HTMLIFrameElement | null): Element | null =>
  frame?.contentDocument?.firstElementChild ?? null

const unfold = (frame: HTMLIFrameElement | null, isUnfolded: boolean): void =>
  void rootOf(frame)?.toggleAttribute('data-unfolded', isUnfolded)

/** Follows the height of the page in the frame, and sends its links to the system's browser. */
function watch(frame: HTMLIFrameElement, onHeight: (height: number) => void): () => void {
  const inside = frame.contentDocument
  const root = rootOf(frame)
  if (!inside || !root) return () => undefined
  const measure = (): void => onHeight(Math.min(TALLEST, Math.ceil(root.getBoundingClientRect().height)))
  const observer = new ResizeObserver(measure)
  observer.observe(root)
  measure()
  inside.addEventListener('click', event => {
    // The frame has classes of its own: `instanceof` of this window would say no.
    const link = (event.target as Element | null)?.closest?.('a')
    event.preventDefault()
    const url = link?.getAttribute('href')
    if (url) void desk.call('app.openExternal', { url })
  })
  return () => observer.disconnect()
}
