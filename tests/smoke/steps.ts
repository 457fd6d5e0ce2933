import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export type StepResult = {
  readonly step: string
  readonly ms: number
  readonly ok: boolean
  readonly screenshot: string | null
}

const FOLDER = join(import.meta.dirname, '../../out/smoke')

/** The steps of a story: each is told, timed and, when a window is open, photographed. */
export class Steps {
  readonly done: StepResult[] = []
  private readonly say: (text: string) => void

  constructor(say: (text: string) => void) {
    this.say = say
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
  }

  async run<T>(step: string, work: () => Promise<T>, window: () => Page | null): Promise<T> {
    const startedAt = performance.now()
    const number = String(this.done.length + 1).padStart(2, '0')
    const finish = async (ok: boolean): Promise<void> => {
      const ms = Math.round(performance.now() - startedAt)
      const name = `${number}-${step.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`
      const page = window()
      const screenshot = page && (await photograph(page, join(FOLDER, name))) ? join('out/smoke', name) : null
      this.done.push({ step, ms, ok, screenshot })
      this.say(`${ok ? 'ok  ' : 'FAIL'} ${number} ${step} (${ms} ms)`)
    }
    try {
      const result = await work()
      await finish(true)
      return result
    } catch (error) {
      await finish(false)
      throw error
    }
  }
}

async function photograph(page: Page, path: string): Promise<boolean> {
  try {
    await page.screenshot({ path })
    return true
  } catch {
    return false
  }
}
