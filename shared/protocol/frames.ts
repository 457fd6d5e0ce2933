/**
 * An answer in frames, for clients that name this type in Accept: each is four bytes, the length of what follows, most
 * significant first, and so many bytes packed with Zstandard. Unpacked, each is whole lines without the last line break.
 */
export const FRAMES_TYPE = 'application/vnd.tandem.frames'

/**
 * What to ask for next, before the answer is unpacked: `next` of its last part, empty where that is null. An older hub does
 * not say.
 */
export const NEXT_HEADER = 'tandem-next'

const LENGTH_BYTES = 4

export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(frames.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0))
  const view = new DataView(joined.buffer)
  let at = 0
  for (const frame of frames) {
    view.setUint32(at, frame.length)
    joined.set(frame, at + LENGTH_BYTES)
    at += LENGTH_BYTES + frame.length
  }
  return joined
}

/** Null where the bytes end within a frame. */
export function splitFrames(bytes: Uint8Array): readonly Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const frames: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    if (at + LENGTH_BYTES > bytes.length) return null
    const from = at + LENGTH_BYTES
    at = from + view.getUint32(at)
    if (at > bytes.length) return null
    frames.push(bytes.subarray(from, at))
  }
  return frames
}
