import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { TICKET_KINDS } from '../../../shared/rules/work-kind.ts'
import type { Example } from '../example.ts'

const WrittenMail = z.object({ kind: z.enum(TICKET_KINDS), subject: z.string(), body: z.string() })

const SOURCES = { blind: 'written blind', fresh: 'written fresh' } as const

/**
 * Mails that were written before their writer had seen the lines or the weights; only ever asked about. `blind`: forty a
 * language; `fresh`: 120, from other trades.
 */
export const writtenMails = (set: keyof typeof SOURCES, language: string): readonly Example[] =>
  readFileSync(new URL(`${set}/${language}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line, index) => ({
      ...WrittenMail.parse(JSON.parse(line)),
      language,
      source: SOURCES[set],
      template: `${set}:${language}:${index}`,
    }))
