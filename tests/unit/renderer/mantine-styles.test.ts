import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const STYLES = join(ROOT, 'node_modules/@mantine/core/styles')
const CLASS = /m_[0-9a-f]{6,8}/gu
/** A bundle of both windows is made. */
const PATIENCE_MS = 30_000

const read = (name: string): string => readFileSync(join(STYLES, name), 'utf8')
const classesIn = (text: string): ReadonlySet<string> => new Set(text.match(CLASS))
const listed = [
  ...readFileSync(join(ROOT, 'renderer/styles/mantine.css'), 'utf8').matchAll(/styles\/(\w[\w-]*\.css)'/gu),
].map(match => match[1] ?? '')

/** What both windows' scripts name, without what no page uses. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['renderer/main.tsx', 'renderer/supervisor-main.tsx'].map(file => join(ROOT, file)),
    bundle: true,
    format: 'esm',
    outdir: join(ROOT, 'out/mantine-styles'),
    jsx: 'automatic',
    loader: { '.css': 'empty', '.woff2': 'empty' },
    treeShaking: true,
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

test(
  'every control of the windows has its style sheet, in the order of the whole one, and no other is loaded',
  { timeout: PATIENCE_MS },
  async () => {
    const used = classesIn(await bundle())
    const sheets = readdirSync(STYLES).filter(name => name.endsWith('.css') && !name.includes('.layer.'))
    const needed = sheets.filter(name => {
      const classes = classesIn(read(name))
      return classes.size === 0 || [...classes].some(each => used.has(each))
    })
    expect(listed.toSorted()).toEqual(needed.toSorted())

    const whole = readFileSync(join(STYLES, '../styles.css'), 'utf8')
    const places = listed.map(name => whole.indexOf(read(name).trim().slice(0, 200)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  },
)
