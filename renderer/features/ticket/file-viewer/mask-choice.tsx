import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MASK_KINDS } from '../../../../shared/rules/redaction/mask-text.ts'
import type { MaskKind, MaskRule } from '../../../../shared/rules/redaction/mask-text.ts'
import { count as number } from '../../../lib/format.ts'
import classes from './log-view.module.css'

type MaskChoiceProps = {
  readonly rule: MaskRule
  /** How many places it masks now. */
  readonly count: number
  readonly onChange: (rule: MaskRule) => void
}

/** What is masked: shapes that are found by themselves, words people name, lines they point at. */
export function MaskChoice({ rule, count, onChange }: MaskChoiceProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState(rule.words.join(', '))
  const toggle = (kind: MaskKind, isOn: boolean): void =>
    onChange({ ...rule, kinds: isOn ? [...rule.kinds, kind] : rule.kinds.filter(each => each !== kind) })
  return (
    <div className={classes['choice']} role="group" aria-label={t('viewer.mask')}>
      <p className={classes['hint']}>
        {t('viewer.redactHow')}{' '}
        <strong role="status">{t('viewer.masked', { count, shown: number(count) })}</strong>
      </p>
      <div className={classes['kinds']}>
        {MASK_KINDS.map(kind => (
          <Checkbox
            key={kind}
            size="xs"
            label={t(`viewer.kind.${kind}`)}
            checked={rule.kinds.includes(kind)}
            onChange={event => toggle(kind, event.currentTarget.checked)}
          />
        ))}
      </div>
      <TextInput
        dir="auto"
        aria-label={t('viewer.words')}
        placeholder={t('viewer.words')}
        value={words}
        onChange={event => {
          const typed = event.currentTarget.value
          setWords(typed)
          onChange({
            ...rule,
            words: typed
              .split(',')
              .map(word => word.trim())
              .filter(Boolean),
          })
        }}
      />
    </div>
  )
}
