import { Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DETAIL_PLACES } from '../../../../shared/domain/guides.ts'
import type { RequiredDetail } from '../../../../shared/domain/guides.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import classes from './guides.module.css'
import { LocalWordsInput } from './local-words.tsx'

type DetailEditorProps = {
  readonly item: RequiredDetail
  readonly number: number
  readonly onChange: (item: RequiredDetail) => void
  readonly onRemove: () => void
}

const ENVIRONMENT = 'environment.'

/** One detail: its name and its question by language, and where it stands once it is known. */
export function DetailEditor({ item, number, onChange, onRemove }: DetailEditorProps) {
  const { t, i18n } = useTranslation()
  const { label, question, from } = item
  const place = from === null ? 'answer' : from.startsWith(ENVIRONMENT) ? 'environment' : from
  const known = ['answer', ...DETAIL_PLACES, 'environment']
  const choose = (value: string | null): void =>
    onChange({
      ...item,
      from: value === 'environment' ? ENVIRONMENT : value === 'answer' ? null : (value ?? from),
    })
  return (
    <li className={classes['step']} aria-label={t('guideEditor.detail', { number })}>
      <div className={classes['noted']}>
        <Select
          size="xs"
          aria-label={t('guideEditor.detailFrom', { number })}
          allowDeselect={false}
          value={place}
          onChange={choose}
          data={[...new Set([...known, place])].map(value => ({
            value,
            label: known.includes(value) ? t(`guideEditor.from.${value as 'answer'}`) : value,
          }))}
        />
        {place === 'environment' && (
          <TextInput
            size="xs"
            aria-label={t('guideEditor.environment', { number })}
            placeholder={t('guideEditor.environment', { number })}
            value={from?.slice(ENVIRONMENT.length) ?? ''}
            onChange={event => onChange({ ...item, from: `${ENVIRONMENT}${event.currentTarget.value}` })}
          />
        )}
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
