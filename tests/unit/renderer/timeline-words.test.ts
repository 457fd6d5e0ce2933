import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import de from '../../../renderer/locales/de.json' with { type: 'json' }
import en from '../../../renderer/locales/en.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '../../..')
const EVENT = /\btype: '(?<subject>[a-z-]+)\.(?<verb>[a-z-]+)'/gu

/** What the rules of both sides write into a history, without the demo's own. */
const written = new Set(
  globSync(['shared/mutations/**/*.ts', 'server/**/*.ts'], {
    cwd: ROOT,
    exclude: ['server/demo/**'],
  }).flatMap(path =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(EVENT)].map(([, a, b]) => `${a}.${b}`),
  ),
)

const known = (words: Readonly<Record<string, object>>): ReadonlySet<string> =>
  new Set(Object.entries(words).flatMap(([subject, of]) => Object.keys(of).map(verb => `${subject}.${verb}`)))

describe('what happened', () => {
  test('is found in the code', () => {
    expect(written.size).toBeGreaterThan(80)
    expect(written).toContain('sla.breached')
  })

  test.each(Object.entries({ en, de }))('has a word in the timeline, %s', (_language, texts) => {
    const words = known(texts.timelineType)
    expect([...written].filter(type => !words.has(type)).toSorted()).toEqual([])
  })
})
