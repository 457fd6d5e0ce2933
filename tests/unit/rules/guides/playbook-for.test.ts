import fc from 'fast-check'
import { expect, test } from 'vitest'
import { playbookFor } from '../../../../shared/rules/guides/playbook-for.ts'
import { aGuide } from './random-guides.ts'

const guide = (title: string, products: readonly string[], tags = ['upgrade']) => ({
  ...aGuide({ title, tags, fits: { products: [...products], codes: [], words: [] } }),
  isActive: true,
})

test('the playbook of a product comes before the one for all; another product’s is never offered', () => {
  const [own, general, other] = [guide('Own', ['P40']), guide('All', []), guide('Till', ['Till'])]
  expect(playbookFor([general, other, own], 'upgrade', 'P40')?.title).toBe('Own')
  expect(playbookFor([general, other], 'upgrade', 'P40')?.title).toBe('All')
  expect(playbookFor([other], 'upgrade', 'P40')).toBeNull()
  expect(playbookFor([other], 'upgrade', null)).toBeNull()
  expect(playbookFor([{ ...own, isActive: false }], 'upgrade', 'P40')).toBeNull()
  expect(playbookFor([own], 'end-of-life', 'P40')).toBeNull()
})

test('the order of guides does not matter', () => {
  const all = [guide('B', []), guide('A', []), guide('C', ['P40']), guide('D', ['P40'], ['end-of-life'])]
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
      expect(playbookFor(shuffled, 'upgrade', 'Till')?.title).toBe('A')
      expect(playbookFor(shuffled, 'upgrade', 'P40')?.title).toBe('C')
    }),
  )
})
