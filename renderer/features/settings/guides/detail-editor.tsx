import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DETAIL_PLACES } from '../../../../shared/domain/guides.ts'
import type { RequiredDetail } from '../../../../shared/domain/guides.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import classes from './guides.module.css'
import { LocalWordsInput } from './local-words.tsx'
import { PlaceSelect } from './place-select.tsx'

type DetailEditorProps = {
  readonly item: RequiredDetail
  readonly number: number
  readonly onChange: (item: RequiredDetail) => void
  readonly onRemove: () => void
}

/** One detail: its name and its question by language, and where it stands once it is known. */
export function DetailEditor({ item, number, onChange, onRemove }: DetailEditorProps) {
  const { t, i18n } = useTranslation()
  const { label, question, from } = item
  return (
    <li className={classes['step']} aria-label={t('guideEditor.detail', { number })}>
      <div className={classes['noted']}>
        <PlaceSelect
          label={t('guideEditor.detailFrom', { number })}
          nameLabel={t('guideEditor.environment', { number })}
          nowhere={t('guideEditor.from.answer')}
          places={DETAIL_PLACES}
          place={from}
          onChange={place => onChange({ ...item, from: place })}
        />
        <span className={classes['gap']} />
        <IconButton label={t('guideEditor.removeDetail', { number })} icon={<IconX />} onClick={onRemove} />
      </div>
      <LocalWordsInput
        label={t('guideEditor.detailLabel')}
        words={label}
        language={i18n.language}
        onChange={next => onChange({ ...item, label: next })}
      />
      <LocalWordsInput
        label={t('guideEditor.detailQuestion')}
        words={question}
        language={i18n.language}
        onChange={next => onChange({ ...item, question: next })}
      />
    </li>
  )
}
