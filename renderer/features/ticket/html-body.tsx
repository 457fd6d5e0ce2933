import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/domain/tickets.ts'
import { act } from '../../data/use-action.ts'
import { desk } from '../../desk.ts'
import { safeMail } from '../../lib/sanitize-html.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { dark, light } from '../../theme/tokens.ts'
import classes from './item.module.css'
import { useInlineImages } from './use-inline-images.ts'

type HtmlBodyProps = {
  readonly messageId: string
  readonly html: string
  readonly attachments: readonly Attachment[]
}

/** Heights of frames that were on the screen, so that scrolling back moves nothing. */
const heights = new Map<string, number>()
const FIRST_GUESS = 120
const TALLEST = 200_000
const MOST_IMAGES = 200

/** A mail with HTML: cleaned, and in a frame that can run nothing. Pictures from elsewhere wait to be asked for. */
export function HtmlBody({ messageId, html, attachments }: HtmlBodyProps) {
  const { t } = useTranslation()
  const policy = useSettings().remoteImages
  const { ink, sheet: paper } = useComputedColorScheme('light') === 'dark' ? dark : light
  const [granted, setGranted] = useState<ReadonlyMap<string, string>>(new Map())
  const inlineImages = useInlineImages(attachments)
  const mail = useMemo(
    () => safeMail(html, { remoteImages: granted, inlineImages, ink, paper }),
    [html, granted, inlineImages, ink, paper],
  )
  const load = async (): Promise<void> => {
    const answer = await act('mail.allowImages', {
      messageId,
      urls: [...mail.remoteImages].slice(0, MOST_IMAGES),
    })
    if (answer) setGranted(new Map(answer.images.map(({ url, src }) => [url, src])))
  }
  return (
    <>
      {mail.remoteImages.length > 0 && granted.size === 0 && (
        <p className={classes['imagesOff']}>
          {t('ticket.imagesOff', { count: mail.remoteImages.length })}
          {policy === 'ask' && (
            <button type="button" onClick={() => void load()}>
              {t('ticket.loadImages')}
            </button>
          )}
        </p>
      )}
      <MailFrame messageId={messageId} document={mail.document} />
    </>
  )
}

/** As tall as what is in it. Same origin only so that it can be measured: without scripts nothing inside can use it. */
function MailFrame({ messageId, document: page }: { readonly messageId: string; readonly document: string }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(heights.get(messageId) ?? FIRST_GUESS)
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    let stop = (): void => undefined
    const onLoad = (): void => {
      stop()
      stop = watch(element, next => {
        heights.set(messageId, next)
        setHeight(next)
      })
    }
    element.addEventListener('load', onLoad)
    return () => {
      element.removeEventListener('load', onLoad)
      stop()
    }
  }, [messageId])
  return (
    <div className={classes['paper']}>
      <iframe
        ref={frame}
        className={classes['frame']}
        title={t('ticket.mailContent')}
        sandbox="allow-same-origin"
        referrerPolicy="no-referrer"
        srcDoc={page}
        style={{ height }}
      />
    </div>
  )
}

/** Follows the height of the page in the frame, and sends its links to the system's browser. */
function watch(frame: HTMLIFrameElement, onHeight: (height: number) => void): () => void {
  const inside = frame.contentDocument
  if (!inside) return () => undefined
  const measure = (): void =>
    onHeight(Math.min(TALLEST, Math.ceil(inside.documentElement.getBoundingClientRect().height)))
  const observer = new ResizeObserver(measure)
  observer.observe(inside.documentElement)
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
