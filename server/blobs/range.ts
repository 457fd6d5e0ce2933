/** Bytes of a blob, both ends included. */
export type ByteRange = { readonly first: number; readonly last: number }

/** 'all': no or no usable Range header. 'unsatisfiable': a range outside of the content. */
export type RangeAnswer = ByteRange | 'all' | 'unsatisfiable'

/** Reads a Range header with one range (RFC 9110); several at once get the whole content, as the RFC allows. */
export function readRange(header: string | undefined, size: number): RangeAnswer {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  const [, from = '', to = ''] = match ?? []
  if (!match || (from === '' && to === '')) return 'all'
  if (from === '') return lastBytes(Number(to), size)
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first >= size) return 'unsatisfiable'
  return last < first ? 'all' : { first, last }
}

function lastBytes(count: number, size: number): RangeAnswer {
  if (count === 0 || size === 0) return 'unsatisfiable'
  return { first: Math.max(0, size - count), last: size - 1 }
}
