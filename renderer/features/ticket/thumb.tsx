import { IconPhoto } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Attachment } from '../../../shared/domain/tickets.ts'
import { desk } from '../../desk.ts'
import { dataAddress } from '../../lib/data-address.ts'
import classes from './file-viewer.module.css'

/** Larger pictures wait until they are asked for: a conversation is scrolled more often than looked at. */
export const THUMB_LIMIT_BYTES = 3_000_000
const MOST_KEPT = 60
/** Pictures that were on the screen, so that scrolling back reads nothing again. */
const kept = new Map<string, string>()

function keep(id: string, address: string): string {
  const oldest = kept.keys().next()
  if (kept.size >= MOST_KEPT && !oldest.done) kept.delete(oldest.value)
  kept.set(id, address)
  return address
}

/** A picture that came along, small; its room is reserved, so that nothing moves when it arrives. */
export function Thumb({ attachment }: { readonly attachment: Attachment }) {
  const [address, setAddress] = useState(kept.get(attachment.id) ?? null)
  // A file that is no picture, whatever it says it is.
  const [isBroken, setBroken] = useState(false)
  const { id } = attachment
  useEffect(() => {
    if (kept.has(id)) return undefined
    let isGone = false
    const read = async (): Promise<void> => {
      const file = await desk.call('attachments.read', { attachmentId: id })
      if (file.state !== 'here') return
      const found = keep(id, await dataAddress(file.bytes, file.mediaType))
      if (!isGone) setAddress(found)
    }
    // A picture that is not here stays an icon; a click says why.
    read().catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [id])
  return address === null || isBroken ? (
    <span className={classes['thumb']}>
      <IconPhoto aria-hidden />
    </span>
  ) : (
    <img className={classes['thumb']} src={address} alt="" onError={() => setBroken(true)} />
  )
}
