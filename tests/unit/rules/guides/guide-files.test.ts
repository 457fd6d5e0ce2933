import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGuideFile } from '../../../../shared/mutations/parts/read-guide-file.ts'
import { fittingGuides } from '../../../../shared/rules/guides/fitting-guides.ts'
import { guideFileText } from '../../../../shared/rules/guides/guide-file.ts'
import { aGuide, aStep, answerTo, goodTrees } from './random-guides.ts'

test('a guide comes back from its file as it was', () => {
  fc.assert(
    fc.property(goodTrees, guide => {
      expect(readGuideFile(guideFileText(guide))).toEqual({ ok: true, kind: 'guide', guide })
    }),
  )
})

test('what is wrong with a file is named with its line or its place', () => {
  const text = guideFileText(aGuide())
  const broken = text.replace('"key": "a-guide",', '"key": "a-guide"')
  expect(readGuideFile(broken)).toMatchObject({ problems: [{ what: 'not-json', at: '6' }] })
  expect(readGuideFile('[]')).toMatchObject({ problems: [{ what: 'not-a-guide' }] })
  expect(readGuideFile('{"kind":"something"}')).toMatchObject({ problems: [{ what: 'not-a-guide' }] })
  expect(readGuideFile(text.replace('"form": 1', '"form": 2'))).toMatchObject({
    problems: [{ what: 'newer-form', at: '2' }],
  })
  expect(readGuideFile(text.replace('"isOptional": false', '"isOptional": "no"'))).toMatchObject({
    problems: [{ what: 'wrong-shape', at: 'steps.0.isOptional' }],
  })
})

test('a file with a cycle is refused and says where', () => {
  const steps = [aStep('one', [answerTo('go', 'two')]), aStep('two', [answerTo('back', 'one')])]
  expect(readGuideFile(guideFileText(aGuide({ steps })))).toMatchObject({
    ok: false,
    problems: [{ what: 'cycle', at: 'steps.1.answers.0' }],
    guide: { title: 'A guide' },
  })
})

test('every guide and list that ships with the demo can be used', () => {
  const folder = join(import.meta.dirname, '../../../../server/demo/guides')
  const files = readdirSync(folder)
  const read = files.map(name => ({ name, ...readGuideFile(readFileSync(join(folder, name), 'utf8')) }))
  expect(read.filter(({ ok }) => !ok)).toEqual([])
  expect(files.length).toBeGreaterThanOrEqual(9)
})

test('guides are offered for codes, or for a product and a word, each with its reasons', () => {
  const fits = { products: ['P40'], codes: ['E-310'], words: ['pairing'] }
  const guide = { title: 'Pairing fails', fits }
  const offered = (text: string, products: readonly string[] = []) =>
    fittingGuides([guide], { text, products }).map(({ reasons }) => reasons.map(({ value }) => value))
  expect(offered('The app says e-310')).toEqual([['E-310']])
  expect(offered('It does not pair with the till', ['P40'])).toEqual([['P40', 'pairing']])
  expect(offered('Something is wrong', ['P40'])).toEqual([])
  expect(offered('The app says E-311')).toEqual([])
})
