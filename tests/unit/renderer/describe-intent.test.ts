import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { describeIntent } from '../../../renderer/lib/describe-intent.ts'
import de from '../../../renderer/locales/de.json' with { type: 'json' }
import en from '../../../renderer/locales/en.json' with { type: 'json' }

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en }, de: { translation: de } } })
})

test('fields that were edited are told by the names people know', async () => {
  const edit = { key: 'describe.editFacts', values: { fields: 'name jobTitle madeLater' } }
  expect(describeIntent(edit, null)).toBe('Edit facts: Name, Role, madeLater')
  await i18next.changeLanguage('de')
  expect(describeIntent(edit, null)).toContain('Name, Rolle, madeLater')
  await i18next.changeLanguage('en')
})
