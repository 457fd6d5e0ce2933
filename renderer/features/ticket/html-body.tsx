import { useComputedColorScheme } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../shared/domain/tickets.ts'
import { act } from '../../data/use-action.ts'
import { keptSafeMail } from '../../lib/kept-clean.ts'
import { isLongMail } from '../../lib/mail-parts.ts'
import type { MailOptions } from '../../lib/sanitize-html.ts'
import { useSettings } from '../../stores/settings-store.ts'
import { dark, light } from '../../theme/tokens.ts'
import { Fold } from './fold.tsx'
import classes from './item.module.css'
import { guessHeight, LongMail } from './long-mail.tsx'
import { MailFrame } from './mail-frame.tsx'
import { useInlineImages } from './use-inline-images.ts'
import { useMailParts } from './use-mail-parts.ts'

type HtmlBodyProps = {
  readonly messageId: string
  readonly html: string
  readonly attachments: readonly Attachment[]
}

type BodyProps = {
  readonly messageId: string
  readonly html: string
  readonly options: MailOptions
  /** Asks for the pictures from elsewhere. */
  readonly onLoad: (addresses: readonly string[]) => void
}

const MOST_IMAGES = 200

/** A mail with HTML: cleaned, and in a frame that can run nothing. Pictures from elsewhere wait to be asked for. */
export function HtmlBody({ messageId, html, attachments }: HtmlBodyProps) {
  const { ink, sheet: paper } = useComputedColorScheme('light') === 'dark' ? dark : light
  const [remoteImages, setGranted] = useState<ReadonlyMap<string, string>>(new Map())
  const inlineImages = useInlineImages(attachments)
  const options = useMemo(
    () => ({ remoteImages, inlineImages, ink, paper }),
    [remoteImages, inlineImages, ink, paper],
  )
  const load = async (addresses: readonly string[]): Promise<void> => {
    const answer = await act('mail.allowImages', { messageId, urls: addresses.slice(0, MOST_IMAGES) })
    if (answer) setGranted(new Map(answer.images.map(({ url, src }) => [url, src])))
  }
  const Body = isLongMail(html) ? LongBody : ShortBody
  return (
    <Body messageId={messageId} html={html} options={options} onLoad={addresses => void load(addresses)} />
  )
}

function ShortBody({ messageId, html, options, onLoad }: BodyProps) {
  const [isUnfolded, setUnfolded] = useState(false)
  const mail = useMemo(() => keptSafeMail(html, { ...options, foldsQuoted: true }), [html, options])
  return (
    <>
      <ImagesOff addresses={mail.remoteImages} options={options} onLoad={onLoad} />
      <div className={classes['paper']}>
        <MailFrame frameId={messageId} document={mail.document} isUnfolded={isUnfolded} />
      </div>
      {mail.hasQuoted && <Fold isUnfolded={isUnfolded} onUnfold={setUnfolded} />}
    </>
  )
}

/** What a long mail repeats of earlier ones stands below the fold, which stays where it is. */
function LongBody({ messageId, html, options, onLoad }: BodyProps) {
  const [isUnfolded, setUnfolded] = useState(false)
  const { mail, isWhole } = useMailParts(messageId, html)
  const place = (length: number) => (
    <div className={classes['paper']} style={{ height: guessHeight(length) }} />
  )
  if (!mail) return place(html.length)
  const { length } = mail.parts
  const { quotedFrom } = mail
  const parts = (from: number, to: number) => (
    <div className={classes['paper']}>
      <LongMail messageId={messageId} mail={mail} options={options} range={[from, to]} />
    </div>
  )
  return (
    <>
      <ImagesOff addresses={mail.remoteImages} options={options} onLoad={onLoad} />
      {parts(0, quotedFrom ?? length)}
      {!isWhole && place(html.length - (mail.parts[0]?.length ?? 0))}
      {quotedFrom !== null && <Fold isUnfolded={isUnfolded} onUnfold={setUnfolded} />}
      {quotedFrom !== null && isUnfolded && parts(quotedFrom, length)}
    </>
  )
}

type ImagesOffProps = Pick<BodyProps, 'options' | 'onLoad'> & { readonly addresses: readonly string[] }

function ImagesOff({ addresses, options, onLoad }: ImagesOffProps) {
  const { t } = useTranslation()
  const policy = useSettings().remoteImages
  if (addresses.length === 0 || options.remoteImages.size > 0) return null
  return (
    <p className={classes['imagesOff']}>
      {t('ticket.imagesOff', { count: addresses.length })}
      {policy === 'ask' && (
        <button type="button" onClick={() => onLoad(addresses)}>
          {t('ticket.loadImages')}
        </button>
      )}
    </p>
  )
}
