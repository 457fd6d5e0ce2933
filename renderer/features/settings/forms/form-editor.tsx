import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormField } from '../../../../shared/domain/forms.ts'
import { finishedFields, freshField, isWhole } from '../../../../shared/rules/forms/edit-form.ts'
import { typeOf } from '../../../../shared/rules/forms/ticket-fields.ts'
import { WORD_LANGUAGES } from '../../../../shared/rules/guides/edit-guide.ts'
import { SmallButton } from '../../../components/small-button.tsx'
import { act } from '../../../data/use-action.ts'
import { languageName } from '../../../lib/format.ts'
import { ContentForm } from '../content-form.tsx'
import { FieldEditor } from './field-editor.tsx'
import type { EditedForm } from './forms-page.tsx'
import classes from './forms.module.css'

type FormEditorProps = { readonly edited: EditedForm; readonly onDone: () => void }
/** A field and what React knows it by while its key is still to be made. */
type Draft = { readonly id: number; readonly field: FormField }

const upBy = (drafts: readonly Draft[], index: number): readonly Draft[] => {
  const moved = drafts[index]
  return moved ? drafts.toSpliced(index, 1).toSpliced(index - 1, 0, moved) : drafts
}

/** The fields of a kind of work, in the language that is chosen; saved as a version more. */
export function FormEditor({ edited, onDone }: FormEditorProps) {
  const { t, i18n } = useTranslation()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    edited.items.map((field, id) => ({ id, field })),
  )
  const [language, setLanguage] = useState(
    WORD_LANGUAGES.find(each => each === i18n.language.slice(0, 2)) ?? 'en',
  )
  const isReady = drafts.every(({ field }) => isWhole(field))
  const save = (): Promise<object | null> => {
    const items = finishedFields(drafts.map(({ field }) => field)).map(field => ({
      ...field,
      type: typeOf(field),
      options: [...field.options],
    }))
    return act('ticketForm.set', { seen: edited.version, content: { kind: edited.kind, items } })
  }
  const add = (): void =>
    setDrafts([...drafts, { id: 1 + Math.max(-1, ...drafts.map(({ id }) => id)), field: freshField() }])
  return (
    <ContentForm isReady={isReady} onSave={save} onDone={onDone} beside={null}>
      <div className={classes['head']}>
        <h3>{t(`forms.of.${edited.kind}`)}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t('forms.language')}
          value={language}
          onChange={value => setLanguage(WORD_LANGUAGES.find(each => each === value) ?? language)}
          data={WORD_LANGUAGES.map(each => ({ value: each, label: languageName(each) }))}
        />
      </div>
      <ol className={classes['fields']}>
        {drafts.map(({ id, field }, index) => (
          <FieldEditor
            key={id}
            field={field}
            number={index + 1}
            language={language}
            onChange={next => setDrafts(drafts.with(index, { id, field: next }))}
            onUp={() => setDrafts(upBy(drafts, index))}
            onRemove={() => setDrafts(drafts.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <span>
        <SmallButton onClick={add}>{t('forms.add')}</SmallButton>
      </span>
      {!isReady && (
        <p className={classes['hint']} role="status">
          {t('forms.unfinished')}
        </p>
      )}
    </ContentForm>
  )
}
