import { readFileSync } from 'node:fs'
import { z } from 'zod'

const About = z.object({ version: z.string() })

/** Version of the whole product, as laptops and people are told. */
export const HUB_VERSION: string = About.parse(
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')),
).version
