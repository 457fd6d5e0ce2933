import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { describeIntent, describeValue } from '../../../renderer/lib/describe-intent.ts'
import { fieldName } from '../../../renderer/lib/field-name.ts'
import { keepForms } from '../../../renderer/lib/form-labels.ts'
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

test('fields of forms, and what stands in them, are told by their labels', () => {
  const options = [{ key: 'billing', label: { en: 'Billing', de: 'Rechnung' } }]
  const field = { key: 'topic', label: { en: 'Topic', de: 'Thema' }, isRequired: false, isEarly: false }
  const items = [
    { ...field, type: 'choice', options },
    { ...field, key: 'isNew', label: { en: 'First time' }, type: 'yes-no', options: [] },
  ]
  keepForms([{ id: 'f', kind: 'service', version: 1, items, updatedAtMs: 1 }])
  expect(fieldName('fields.topic')).toBe('Topic')
  expect(fieldName('fields.oldName')).toBe('Old name')
  expect(describeValue('fields.topic', 'billing', null)).toBe('Billing')
  expect(describeValue('fields', { topic: 'billing', isNew: true, gone: null }, null)).toBe(
    'Topic: Billing · First time: Yes',
  )
  expect(describeIntent({ key: 'describe.setFields', values: { fields: 'fields.topic' } }, null)).toBe(
    'Change Topic',
  )
  keepForms([])
})
