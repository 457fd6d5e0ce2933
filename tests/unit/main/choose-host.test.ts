import { describe, expect, test } from 'vitest'
import { chooseHost } from '../../../main/data-process/choose-host.ts'
import { freshBudget, mayRestart, recordCrash } from '../../../main/data-process/crash-budget.ts'

const facts = { napi: 8, platform: 'linux', resourcesPath: '/res', appPath: '/app', exists: () => false }

describe('the data process runs', () => {
  test('inside Electron where its Node can load the database', () => {
    expect(chooseHost({ ...facts, napi: 10, exists: () => true })).toEqual({ kind: 'utility' })
  })

  test('under the Node packed beside an old runtime before any other', () => {
    expect(chooseHost({ ...facts, exists: () => true })).toEqual({ kind: 'fork', nodePath: '/res/node' })
  })

  test('under the Node of the checkout', () => {
    const nodePath = '/app/node_modules/node/bin/node'
    expect(chooseHost({ ...facts, exists: path => path === nodePath })).toEqual({ kind: 'fork', nodePath })
  })

  test('nowhere on an old runtime without a Node, which is told and not tried', () => {
    expect(chooseHost(facts)).toEqual({ kind: 'none' })
  })
})

describe('the crash budget', () => {
  const crashes = (timesMs: readonly number[]) => timesMs.reduce(recordCrash, freshBudget)

  test('allows five crashes in five minutes and not six', () => {
    expect(mayRestart(crashes([0, 1, 2, 3, 4]))).toBe(true)
    expect(mayRestart(crashes([0, 1, 2, 3, 4, 5]))).toBe(false)
  })

  test('forgets crashes that are older', () => {
    expect(mayRestart(crashes([0, 1, 2, 3, 4, 5 * 60_000 + 5]))).toBe(true)
  })

  test('is not used up for ever by a clock that jumped back', () => {
    expect(mayRestart(crashes([9e9, 9e9, 9e9, 9e9, 9e9, 1]))).toBe(true)
  })
})
