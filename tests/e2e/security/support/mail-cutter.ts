import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'

const SOURCE = join(import.meta.dirname, '../../../../renderer/lib/mail-parts.ts')

export type CutMail = {
  readonly parts: readonly string[]
  readonly quotedFrom: number | null
  readonly hasOwnColours: boolean
  readonly remoteImages: readonly string[]
}

type Cutter = {
  readonly cut: (html: string) => Promise<CutMail>
  /** What is shown of a mail while the rest is cut. */
  readonly open: (html: string) => Promise<CutMail | null>
}

/** Cuts mails in a real page, where the engine's own parser says what its elements are. */
export async function bringCutter(window: Page): Promise<Cutter> {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    bundle: true,
    format: 'iife',
    globalName: 'mailCutter',
    target: 'chrome114',
    write: false,
  })
  await window.evaluate(`${outputFiles[0]?.text ?? ''}; window.mailCutter = mailCutter`)
  const ask =
    <Answer>(name: 'mailParts' | 'mailOpening') =>
    (html: string) =>
      window.evaluate(
        ([asked, mail]) => {
          const { mailCutter } = window as unknown as {
            mailCutter: Record<string, (html: string) => unknown>
          }
          return mailCutter[asked]?.(mail) as Answer
        },
        [name, html] as const,
      )
  return { cut: ask<CutMail>('mailParts'), open: ask<CutMail | null>('mailOpening') }
}

/** Words of each piece of HTML as they stand in it, without the space between elements. */
export const wordsOf = (window: Page, pieces: readonly string[]): Promise<readonly string[]> =>
  window.evaluate(
    all =>
      all.flatMap(html =>
        (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '')
          .split(/\s+/u)
          .filter(word => word !== ''),
      ),
    pieces,
  )
