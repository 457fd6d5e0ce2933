import { useEffect, useState } from 'react'
import type { Attachment } from '../../../shared/domain/tickets.ts'
import { desk } from '../../desk.ts'
import { dataAddress } from '../../lib/data-address.ts'

const LARGEST = 5_000_000
const none: ReadonlyMap<string, string> = new Map()

/** Pictures that came with a mail, by Content-ID, as data: addresses. Those that are not here stay away quietly. */
export function useInlineImages(attachments: readonly Attachment[]): ReadonlyMap<string, string> {
  const [images, setImages] = useState(none)
  useEffect(() => {
    const inline = attachments.filter(
      ({ contentId, mediaType, sizeBytes }) =>
        contentId !== null && mediaType.startsWith('image/') && sizeBytes < LARGEST,
    )
    if (inline.length === 0) return undefined
    let isGone = false
    const read = async (): Promise<void> => {
      const found = new Map<string, string>()
      for (const { id, contentId } of inline) {
        const answer = await desk.call('attachments.read', { attachmentId: id })
        if (answer.state === 'here' && contentId !== null)
          found.set(contentId, await dataAddress(answer.bytes, answer.mediaType))
      }
      if (!isGone) setImages(found)
    }
    // A picture that cannot be read is shown as missing; the words of the mail matter more.
    read().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [attachments])
  return images
}
