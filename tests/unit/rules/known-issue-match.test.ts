import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchKnownIssues } from '../../../shared/rules/known-issue-match.ts'
import { compareVersions, isBehind, versionMatches } from '../../../shared/rules/versions.ts'
import { aKnownIssue, anAsset, idOf } from '../../support/builders.ts'

const scanner = idOf(50)
const issue = aKnownIssue({ productId: scanner, fixedInVersion: '2.4.0' })
const asset = anAsset({ productId: scanner, version: '2.3.1' })
const best = (text: string, assets = [asset], issues = [issue]) =>
  matchKnownIssues({ issues, assets, text })[0]

describe('matching known issues', () => {
  test('says why: code, version and symptoms together weigh most', () => {
    const match = best('Display says E 310, the scanner reboots while charging in its cradle')
    expect(match?.reasons).toEqual([
      { kind: 'error-code', code: 'E-310' },
      { kind: 'version', assetId: asset.id, version: '2.3.1' },
      { kind: 'symptoms', words: ['scanner', 'reboots', 'while', 'charging', 'cradle'] },
    ])
    expect(match?.score).toBeGreaterThan(0.75)
    expect(match?.score).toBeLessThan(1)
  })

  test.each(['E-310', 'e310', 'Error E 310.'])('the code is found as %s', text => {
    expect(best(text, [])?.reasons).toEqual([{ kind: 'error-code', code: 'E-310' }])
  })

  test('an affected version alone is a hint and no more', () => {
    expect(best('Hello')).toEqual({
      issueId: issue.id,
      score: expect.closeTo(0.3, 5),
      reasons: [{ kind: 'version', assetId: asset.id, version: '2.3.1' }],
    })
  })

  test('no reason, no match', () => {
    expect(best('Hello', [])).toBeUndefined()
    expect(best('E-3100', [])).toBeUndefined()
    expect(best('the scanner', [])).toBeUndefined()
  })

  test('a fixed issue is offered only to those who still run an affected version', () => {
    const fixed = { ...issue, state: 'fixed' as const }
    expect(best('E-310', [asset], [fixed])).toBeDefined()
    expect(best('E-310', [{ ...asset, version: '2.4.0' }], [fixed])).toBeUndefined()
    expect(best('E-310', [], [fixed])).toBeUndefined()
  })

  test('a code of a product the customer does not have weighs less', () => {
    const foreign = best('E-310', [anAsset({ productId: idOf(51) })])
    expect(foreign?.score).toBeLessThan(best('E-310', [])?.score ?? 0)
  })

  test('symptoms in Japanese count as words do', () => {
    const japanese = aKnownIssue({
      symptoms: '充電中に再起動を繰り返す',
      errorCodes: [],
      affectedVersions: [],
    })
    expect(best('スキャナーが充電中に再起動します', [], [japanese])?.reasons[0]?.kind).toBe('symptoms')
  })

  test('the score is never more than the reasons justify', () => {
    const words = fc.array(
      fc.constantFrom('scanner', 'reboots', 'charging', 'cradle', 'E-310', 'hello', '310'),
      { maxLength: 12 },
    )
    const most = { 'error-code': 0.6, version: 0.3, symptoms: 0.4 }
    fc.assert(
      fc.property(words, fc.constantFrom('2.3.1', '2.4.0', null), (list, version) => {
        for (const { score, reasons } of matchKnownIssues({
          issues: [issue],
          assets: [{ ...asset, version }],
          text: list.join(' '),
        })) {
          const doubt = reasons.reduce((rest, { kind }) => rest * (1 - most[kind]), 1)
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1 - doubt + 1e-9)
        }
      }),
    )
  })
})

describe('versions', () => {
  test('order by number, and a release candidate before its release', () => {
    const sorted = ['2.10', '2.0-rc1', '2.9', '2.0', 'v2.3.1'].toSorted(compareVersions)
    expect(sorted).toEqual(['2.0-rc1', '2.0', 'v2.3.1', '2.9', '2.10'])
    expect(compareVersions('2', '2.0')).toBe(0)
  })

  test('a thing is behind only where something newer is known, not where it is ahead or written otherwise', () => {
    expect(isBehind('2.3.1', '2.10')).toBe(true)
    const none = [
      ['2.10', '2.9'],
      ['v2.3', '2.3.0'],
      [null, '2.3'],
      ['2.3', null],
    ] as const
    for (const [version, newest] of none) expect(isBehind(version, newest)).toBe(false)
  })

  test.each([
    ['2.3.1', '2.3.1', true],
    ['2.3.1', '2.3.x', true],
    ['2.3.1', '2.x', true],
    ['2.30', '2.3.x', false],
    ['2.3.1', '< 2.4', true],
    ['2.4', '<2.4', false],
    ['2.4', '>= 2.4', true],
    ['2.2', '2.0 - 2.3', true],
    ['2.4', '2.0 - 2.3', false],
    ['2.3.1', '', false],
  ])('%s against %s is %s', (version, pattern, expected) => {
    expect(versionMatches(version, pattern)).toBe(expected)
  })

  test('comparing is antisymmetric whatever people call versions', () => {
    const name = fc.string({ unit: fc.constantFrom('1', '2', '.', 'r', 'c', '-', 'v'), maxLength: 8 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0)
      }),
    )
  })
})
