import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequiredDetail, RequiredDetails } from '../../../../shared/domain/guides.ts'
import { keyFrom } from '../../../../shared/rules/guides/edit-guide.ts'
import { SmallButton } from '../../../components/small-button.tsx'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { ContentForm } from '../content-form.tsx'
import { DetailEditor } from './detail-editor.tsx'
import classes from './guides.module.css'

export type EditedDetails = Pick<RequiredDetails, 'key' | 'version' | 'products' | 'items'>

type DetailsFormProps = {
  readonly edited: EditedDetails
  readonly takenKeys: readonly string[]
  readonly onDone: () => void
}

const freshDetail = (items: readonly RequiredDetail[]): RequiredDetail => ({
  key: keyFrom(
    `detail ${items.length + 1}`,
    items.map(({ key }) => key),
  ),
  label: {},
  question: {},
  from: null,
})

/** Every detail is named and can be asked for in at least one language. */
const isWhole = ({ label, question }: RequiredDetail): boolean =>
  Object.keys(label).length > 0 && Object.keys(question).length > 0

/** What has to be known about some products, with the question for each detail in every language of the team. */
export function DetailsForm({ edited, takenKeys, onDone }: DetailsFormProps) {
  const { t } = useTranslation()
  const known = useLiveValue('products.list', {}) ?? []
  const [products, setProducts] = useState(edited.products)
  const [items, setItems] = useState<readonly RequiredDetail[]>(edited.items)
  const isReady = items.length > 0 && items.every(isWhole)
  const save = (): Promise<object | null> => {
    const key = edited.key === '' ? keyFrom(`details ${products.join(' ')}`, takenKeys) : edited.key
    const content = { key, products, items: [...items] }
    return act('requiredDetails.set', { seen: edited.version, content })
  }
  return (
    <ContentForm isReady={isReady} onSave={save} onDone={onDone} beside={null}>
      <TagsInput
        autoFocus
        label={t('guideEditor.detailsFor')}
        description={t('guideEditor.detailsForAll')}
        data={known.map(({ name }) => name)}
        value={products}
        onChange={setProducts}
      />
      <ol className={classes['steps']}>
        {items.map((item, index) => (
          <DetailEditor
            key={item.key}
            item={item}
            number={index + 1}
            onChange={next => setItems(items.with(index, next))}
            onRemove={() => setItems(items.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <span>
        <SmallButton onClick={() => setItems([...items, freshDetail(items)])}>
          {t('guideEditor.addDetail')}
        </SmallButton>
      </span>
      {!isReady && (
        <p className={classes['hint']} role="status">
          {t('guideEditor.detailsUnfinished')}
        </p>
      )}
    </ContentForm>
  )
}
