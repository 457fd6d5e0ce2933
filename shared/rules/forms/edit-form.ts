import type { FieldOption, FormField } from '../../domain/forms.ts'
import type { LocalWords } from '../../domain/guides.ts'
import { keyFrom } from '../guides/edit-guide.ts'

/** A field being written has no key until it is saved. */
export const freshField = (): FormField => ({
  key: '',
  label: {},
  type: 'text',
  options: [],
  isRequired: false,
  isEarly: false,
})
export const freshOption = (): FieldOption => ({ key: '', label: {} })

/** The words with those of one language changed; the others are left alone. */
export const withLabel = (words: LocalWords, language: string, text: string): LocalWords => {
  const { [language]: _before, ...others } = words
  return text.trim() === '' ? others : { ...others, [language]: text }
}

const hasWords = (words: LocalWords): boolean => Object.values(words).some(text => text.trim() !== '')

/** Another type of field; what only a choice has goes with it. */
export const withType = (field: FormField, type: string): FormField => ({
  ...field,
  type,
  options: type !== 'choice' ? [] : field.options.length > 0 ? field.options : [freshOption(), freshOption()],
})

/** Whether people can be asked for it: it is called something, and a choice has something to choose from. */
export const isWhole = ({ label, type, options }: FormField): boolean =>
  hasWords(label) && (type !== 'choice' || options.some(option => hasWords(option.label)))

const wordsIn = (words: LocalWords): LocalWords =>
  Object.fromEntries(
    Object.entries(words).flatMap(([language, text]) =>
      text.trim() === '' ? [] : [[language, text.trim()]],
    ),
  )

/** A key made of English words, else of any; what stands there already keeps the key its values have. */
function keyed<Item extends { readonly key: string; readonly label: LocalWords }>(
  items: readonly Item[],
  fallback: string,
): readonly Item[] {
  return items.reduce<readonly Item[]>((done, item) => {
    const label = wordsIn(item.label)
    const words = label['en'] ?? Object.values(label)[0] ?? ''
    const taken = [...done, ...items].map(({ key }) => key)
    const key = item.key || keyFrom(/[a-z0-9]/iu.test(words) ? words : fallback, taken)
    return [...done, { ...item, key, label }]
  }, [])
}

/** The form as it is saved: keys for what is new, and no options without words. */
export const finishedFields = (items: readonly FormField[]): readonly FormField[] =>
  keyed(items, 'field').map(field => ({
    ...field,
    options: [
      ...keyed(
        field.options.filter(({ label }) => hasWords(label)),
        'option',
      ),
    ],
  }))
