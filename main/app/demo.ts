import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const DemoAccess = z.object({ url: z.string(), demo: z.object({ email: z.string(), password: z.string() }) })
export type DemoAccess = z.infer<typeof DemoAccess>

/** Where the demo hub that was started with the console listens; null where there is none. */
export async function readDemoAccess(path: string | undefined): Promise<DemoAccess | null> {
  if (!path) return null
  try {
    return DemoAccess.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}
