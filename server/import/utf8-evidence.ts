/** What the bytes say about being UTF-8. */
export type Utf8Evidence = { readonly multiByte: number; readonly invalid: number; readonly nuls: number }

export type Utf8Counter = {
  readonly add: (bytes: Uint8Array) => void
  readonly end: () => Utf8Evidence
}

function continuationsAfter(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1
  if (byte >= 0xe0 && byte <= 0xef) return 2
  if (byte >= 0xf0 && byte <= 0xf4) return 3
  return -1
}

/** Counts whole and broken multi-byte sequences over any number of chunks. */
export function countUtf8(): Utf8Counter {
  let multiByte = 0
  let invalid = 0
  let nuls = 0
  let missing = 0
  const start = (byte: number): void => {
    missing = continuationsAfter(byte)
    if (missing < 0) {
      invalid += 1
      missing = 0
    }
  }
  const next = (byte: number): void => {
    if (missing === 0) {
      if (byte >= 0x80) start(byte)
      else if (byte === 0) nuls += 1
      return
    }
    if ((byte & 0xc0) === 0x80) {
      missing -= 1
      if (missing === 0) multiByte += 1
      return
    }
    // The sequence broke off: the byte begins something new.
    invalid += 1
    missing = 0
    next(byte)
  }
  return {
    add: bytes => {
      for (let index = 0; index < bytes.length; index += 1) next(bytes[index] ?? 0)
    },
    end: () => ({ multiByte, invalid: invalid + (missing > 0 ? 1 : 0), nuls }),
  }
}
