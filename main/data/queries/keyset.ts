import { AppError, ErrorCode } from '../../../shared/errors.ts'

/** A place in an ordered list: the sort key and the id that breaks ties. */
export type Place = { readonly key: number; readonly id: string }

/** Before everything in a list that runs from large to small. */
export const BEFORE_ALL: Place = { key: Number.MAX_SAFE_INTEGER, id: '' }

export const writePlace = ({ key, id }: Place): string => `${key}:${id}`

/** Throws `bad-request` for a position this version did not write. */
export function readPlace(position: string | null): Place {
  if (position === null) return BEFORE_ALL
  const cut = position.indexOf(':')
  const key = Number(position.slice(0, cut))
  if (cut < 1 || !Number.isSafeInteger(key))
    throw new AppError(ErrorCode.BadRequest, 'Unknown position in a list')
  return { key, id: position.slice(cut + 1) }
}

/** Largest first, among equals the later id first: the order of every list here. */
export const byPlace = (left: Place, right: Place): number =>
  right.key - left.key || (left.id === right.id ? 0 : left.id < right.id ? 1 : -1)

const FENCE = '|'

/** A place in a list that has buckets: the bucket before the place. */
export const writeBucketPlace = ({ bucket, ...place }: Place & { readonly bucket: string }): string =>
  `${encodeURIComponent(bucket)}${FENCE}${writePlace(place)}`

/** Null: from the beginning. Throws `bad-request` for a position this version did not write. */
export function readBucketPlace(position: string | null): (Place & { readonly bucket: string }) | null {
  if (position === null) return null
  const cut = position.indexOf(FENCE)
  if (cut < 0) throw new AppError(ErrorCode.BadRequest, 'Unknown position in a list')
  return { ...readPlace(position.slice(cut + 1)), bucket: bucketOf(position.slice(0, cut)) }
}

function bucketOf(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new AppError(ErrorCode.BadRequest, 'Unknown position in a list')
  }
}
