import { SegmentedControl, Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { GUIDE_FORMATS } from '../../../../shared/domain/guides.ts'
import type { GuideFit } from '../../../../shared/domain/guides.ts'
import { shapedAs, WORD_LANGUAGES } from '../../../../shared/rules/guides/edit-guide.ts'
import type { GuideContent } from '../../../../shared/rules/guides/guide-problems.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { languageName } from '../../../lib/format.ts'
import classes from './guides.module.css'

type GuideHeadProps = {
  readonly content: GuideContent
  readonly onChange: (content: GuideContent) => void
}

/** What a guide is called, how it leads, and what it is offered for. */
export function GuideHead({ content, onChange }: GuideHeadProps) {
  const { t } = useTranslation()
  const { format, title, summary, language } = content
  const languages = [...new Set([...WORD_LANGUAGES, language])]
  return (
    <>
      <TextInput
        autoFocus
        dir="auto"
        label={t('guideEditor.title')}
        value={title}
        onChange={event => onChange({ ...content, title: event.currentTarget.value })}
      />
      <TextInput
        dir="auto"
        label={t('guideEditor.summary')}
        value={summary}
        onChange={event => onChange({ ...content, summary: event.currentTarget.value })}
      />
      <div className={classes['noted']}>
        <SegmentedControl
          size="xs"
          aria-label={t('guideEditor.format')}
          value={format}
          onChange={value => onChange(shapedAs(content, value === 'checklist' ? 'checklist' : 'tree'))}
          data={GUIDE_FORMATS.map(value => ({ value, label: t(`guideFormat.${value}`) }))}
        />
        <Select
          size="xs"
          aria-label={t('guideEditor.language')}
          allowDeselect={false}
          value={language}
          onChange={value => onChange({ ...content, language: value ?? language })}
          data={languages.map(value => ({ value, label: languageName(value) }))}
        />
      </div>
      <Fits fits={content.fits} onChange={fits => onChange({ ...content, fits })} />
    </>
  )
}

type FitsProps = { readonly fits: GuideFit; readonly onChange: (fits: GuideFit) => void }

function Fits({ fits, onChange }: FitsProps) {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {}) ?? []
  return (
    <div className={classes['fits']} role="group" aria-label={t('guideEditor.offeredFor')}>
      <TagsInput
        size="xs"
        label={t('guideEditor.products')}
        data={products.map(({ name }) => name)}
        value={fits.products}
        onChange={value => onChange({ ...fits, products: value })}
      />
      <TagsInput
        size="xs"
        label={t('guideEditor.codes')}
        value={fits.codes}
        onChange={value => onChange({ ...fits, codes: value })}
      />
      <TagsInput
        size="xs"
        label={t('guideEditor.words')}
        value={fits.words}
        onChange={value => onChange({ ...fits, words: value })}
      />
    </div>
  )
}
