import { useEffect, useMemo, useRef, useState } from 'react'
import { keptSafeMail } from '../../lib/kept-clean.ts'
import type { MailOptions } from '../../lib/sanitize-html.ts'
import type { MailParts } from '../../lib/mail-parts.ts'
import classes from './item.module.css'
import { heightOf, MailFrame } from './mail-frame.tsx'

/** Parts this close to what is in sight are made ready, px. */
const NEAR = 1_500
/** A line of ordinary text, px for each of its signs. */
const PX_PER_SIGN = 0.25

/** How high HTML of so many signs will be, px; once it was on the screen its height is known. */
export const guessHeight = (length: number): number => Math.round(length * PX_PER_SIGN)

type LongMailProps = {
  readonly messageId: string
  readonly mail: MailParts
  readonly options: MailOptions
  /** Places of the parts shown: from the first to before the second. */
  readonly range: readonly [from: number, to: number]
}

/** A long mail, part below part: each is cleaned and laid out when it comes near what is in sight. */
export function LongMail({ messageId, mail, options, range: [from, to] }: LongMailProps) {
  const whole = useMemo(() => ({ ...options, hasOwnColours: mail.hasOwnColours }), [options, mail])
  return mail.parts
    .slice(from, to)
    .map((part, index) => (
      <Part
        key={from + index}
        frameId={`${messageId}/${from + index}`}
        html={part}
        options={whole}
        startsReady={index === 0}
      />
    ))
}

type PartProps = {
  readonly frameId: string
  readonly html: string
  readonly options: MailOptions
  readonly startsReady: boolean
}

function Part({ frameId, html, options, startsReady }: PartProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(startsReady)
  useEffect(() => {
    const element = place.current
    if (isNear || !element) return undefined
    // What scrolls clips what lies outside of it: only measured against it a part can be near and out of sight.
    const root = element.closest('[role="log"]')
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) setNear(true)
      },
      { root, rootMargin: `${NEAR}px 0px` },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isNear])
  const guess = heightOf(frameId) ?? guessHeight(html.length)
  return isNear ? (
    <Cleaned frameId={frameId} html={html} options={options} guess={guess} />
  ) : (
    <div ref={place} className={classes['frame']} style={{ height: guess }} />
  )
}

type CleanedProps = Omit<PartProps, 'startsReady'> & { readonly guess: number }

function Cleaned({ frameId, html, options, guess }: CleanedProps) {
  const page = useMemo(() => keptSafeMail(html, options).document, [html, options])
  return <MailFrame frameId={frameId} document={page} guess={guess} />
}
