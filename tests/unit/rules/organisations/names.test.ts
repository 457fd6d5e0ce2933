import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  domainOf,
  isSharedDomain,
  nameKey,
  sameBecause,
} from '../../../../shared/rules/organisations/names.ts'

const firm = (name: string, domain: string | null = null) => ({ name, domain })

describe('what two organisations have in common', () => {
  test.each([
    ['Norte Logística S.L.', 'NORTE LOGISTICA'],
    ['Müller & Söhne GmbH & Co. KG', 'Muller Sohne'],
    ['The Acme Company, Inc.', 'Acme'],
    ['Acme', 'Acme Iberia'],
    ['شركة النور', 'شَرِكة النور'],
  ])('%s and %s are named alike', (one, other) => {
    expect(sameBecause(firm(one), firm(other))).toBe('name')
  })

  test.each([
    ['Norte Cafés', 'Sur Cafés'],
    ['Acme', 'Acmeville'],
    ['', 'Acme'],
    ['', ''],
  ])('%s and %s are not', (one, other) => {
    expect(sameBecause(firm(one), firm(other))).toBeNull()
  })

  test('a domain is surer than a name, also of a branch; mail of everybody is no domain', () => {
    expect(sameBecause(firm('Norte', 'norte.example'), firm('Sur', 'https://www.Norte.example/shop'))).toBe(
      'domain',
    )
    expect(sameBecause(firm('Norte', 'es.norte.example'), firm('Sur', 'norte.example'))).toBe('domain')
    expect(sameBecause(firm('Norte', 'gmail.com'), firm('Sur', 'gmail.com'))).toBeNull()
    expect(sameBecause(firm('Norte', 'anorte.example'), firm('Sur', 'norte.example'))).toBeNull()
  })

  test('a name of nothing but a form keeps its words', () => {
    expect(nameKey('SA')).toBe('sa')
    expect(nameKey('Co. KG')).toBe('co kg')
  })
})

test.each([
  ['https://www.norte.example/es?x=1', 'norte.example'],
  ['Ana Ruiz <ana@Norte.Example>', 'norte.example'],
  ['  norte.example. ', 'norte.example'],
  ['norte.example:8080', 'norte.example'],
  ['', ''],
])('the domain of %s is %s', (typed, domain) => {
  expect(domainOf(typed)).toBe(domain)
})

test('a domain is its own domain, and who is like whom goes both ways', () => {
  fc.assert(
    fc.property(fc.string(), typed => {
      expect(domainOf(domainOf(typed))).toBe(domainOf(typed))
    }),
  )
  const firms = fc.record({
    name: fc.stringMatching(/^[A-Da-d .&]{0,12}$/u),
    domain: fc.option(fc.constantFrom('a.example', 'b.a.example', 'gmail.com', 'c.example')),
  })
  fc.assert(
    fc.property(firms, firms, (one, other) => {
      expect(sameBecause(one, other)).toBe(sameBecause(other, one))
    }),
  )
  expect(isSharedDomain('GMail.com')).toBe(true)
})
