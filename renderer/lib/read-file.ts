/** Told at most this often, in parts of the whole: a small file is read at once. */
const STEP = 0.05

/** The content of a file with word of how far it has come (0 to 1); null when it cannot be read. */
export async function readFile(
  file: File,
  onProgress: (part: number) => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(file.size)
  let at = 0
  let told = 0
  try {
    const reader = file.stream().getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      // A file that grows while it is read is not the one that was chosen.
      if (at + value.length > bytes.length) return null
      bytes.set(value, at)
      at += value.length
      if (at / bytes.length - told < STEP) continue
      told = at / bytes.length
      onProgress(told)
    }
  } catch {
    return null
  }
  return at === bytes.length ? bytes : null
}
