import { createInterface } from 'node:readline'

/** First line of a stream without its line end; null when it ends before one. */
export async function firstLine(input: NodeJS.ReadableStream): Promise<string | null> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  try {
    for await (const line of lines) return line
    return null
  } finally {
    lines.close()
  }
}
