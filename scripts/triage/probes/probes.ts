import type { Example } from '../example.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Probe } from './probe.ts'
import { pt } from './pt.ts'

const byLanguage: Readonly<Record<string, readonly Probe[]>> = { en, de, es, fr, pt }

/** All probe mails. Ours, not customers': what they show is reported apart. */
export const probes: readonly Example[] = Object.entries(byLanguage).flatMap(([language, mails]) =>
  mails.map((mail, index) => ({
    ...mail,
    language,
    source: 'probes (ours)',
    template: `probe:${language}:${index}`,
  })),
)
