import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'

const SOURCE = join(import.meta.dirname, '../../../../renderer/lib/sanitize-html.ts')

/** Puts the window's own mail pipeline into a page as `mailCleaner`: what it does depends on the parser of the engine. */
export async function bringCleaner(window: Page): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    bundle: true,
    format: 'iife',
    globalName: 'mailCleaner',
    target: 'chrome114',
    write: false,
  })
  await window.evaluate(`${outputFiles[0]?.text ?? ''}; window.mailCleaner = mailCleaner`)
}
