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

/** Cuts mails in a real page, where the engine's own parser says what its elements are. */
export async function bringCutter(window: Page): Promise<(html: string) => Promise<CutMail>> {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    bundle: true,
    format: 'iife',
    globalName: 'mailCutter',
    target: 'chrome114',
    write: false,
  })
  await window.evaluate(`${outputFiles[0]?.text ?? ''}; window.mailCutter = mailCutter`)
  return html =>
    window.evaluate(mail => {
      const { mailCutter } = window as unknown as { mailCutter: { mailParts: (mail: string) => CutMail } }
      return mailCutter.mailParts(mail)
    }, html)
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
