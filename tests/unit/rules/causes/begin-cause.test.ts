import { expect, test } from 'vitest'
import { beginCause } from '../../../../shared/rules/causes/begin-cause.ts'
import { aKnownIssue, anAsset, idOf } from '../../../support/builders.ts'

const scanner = anAsset({ id: idOf(10), productId: idOf(60), version: '2.3.1' })
const issue = aKnownIssue({ code: 'KE-1', title: 'No pairing', productId: idOf(61), workaround: 'Use USB.' })

test('without anything known nothing is said, with a thing it counts under its product', () => {
  expect(beginCause(null, null)).toEqual({
    category: null,
    evidence: '',
    remedy: 'fix',
    remedyText: '',
    assetId: null,
    productId: null,
    version: null,
  })
  expect(beginCause(scanner, null)).toMatchObject({
    assetId: idOf(10),
    productId: idOf(60),
    version: '2.3.1',
  })
})

test('a known issue is a fault of its product, lived with until a version is without it', () => {
  expect(beginCause(null, { ...issue, fixedInVersion: null })).toMatchObject({
    category: 'defect',
    evidence: 'KE-1 No pairing',
    remedy: 'workaround',
    remedyText: 'Use USB.',
    productId: idOf(61),
  })
  expect(beginCause(scanner, { ...issue, fixedInVersion: '2.4' })).toMatchObject({
    remedy: 'fix',
    productId: idOf(60),
  })
})
