import { cleanMail, mailPage } from './sanitize-html.ts'
import type { CleaningOptions, CleanMail, MailOptions, SafeMail } from './sanitize-html.ts'

/** Mails and parts of them that were cleaned lately, or are about to be read, as they are without pictures. */
const lately = new Map<string, CleanMail>()
const KEPT = 24

const NO_IMAGES = { remoteImages: new Map<string, string>(), inlineImages: new Map<string, string>() }

function cleanOnce(html: string, foldsQuoted: boolean): CleanMail {
  const key = `${foldsQuoted ? 'whole' : 'part'} ${html}`
  const clean = lately.get(key) ?? cleanMail(html, { ...NO_IMAGES, foldsQuoted })
  lately.delete(key)
  lately.set(key, clean)
  for (const oldest of lately.keys()) {
    if (lately.size <= KEPT) break
    lately.delete(oldest)
  }
  return clean
}

const isPlain = ({ remoteImages, inlineImages }: CleaningOptions): boolean =>
  remoteImages.size === 0 && inlineImages.size === 0

/** As `safeMail`; what was cleaned lately is not cleaned again. */
export const keptSafeMail = (html: string, options: MailOptions): SafeMail =>
  mailPage(
    isPlain(options) ? cleanOnce(html, options.foldsQuoted === true) : cleanMail(html, options),
    options,
  )

/** Cleans a mail, or a part of a long one, that may be opened next. */
export const cleanAhead = (html: string, foldsQuoted: boolean): void => void cleanOnce(html, foldsQuoted)
