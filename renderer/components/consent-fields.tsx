import { SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CONSENTS } from '../../shared/domain/portrait.ts'
import type { Consent } from '../../shared/domain/portrait.ts'
import type { MarksDraft } from '../data/marks.ts'
import classes from './consent-fields.module.css'

type ConsentFieldsProps = {
  readonly draft: MarksDraft
  /** What it is about is sensitive whatever it says. */
  readonly isAlways?: boolean
  readonly onChange: (part: Partial<MarksDraft>) => void
}

/** What the person said about our keeping it, who heard it and how; and whether it is hidden until somebody asks. */
export function ConsentFields({ draft, isAlways = false, onChange }: ConsentFieldsProps) {
  const { t } = useTranslation()
  const { consent, sensitivity } = draft
  return (
    <div className={classes['consent']}>
      <p className={classes['label']}>{t('portrait.consent')}</p>
      <SegmentedControl<Consent>
        aria-label={t('portrait.consent')}
        value={consent}
        onChange={next => onChange({ consent: next })}
        data={CONSENTS.map(value => ({ value, label: t(`portrait.consents.${value}`) }))}
      />
      {consent !== 'not-asked' && (
        <div className={classes['pair']}>
          <TextInput
            dir="auto"
            label={t('portrait.consentBy')}
            value={draft.consentBy ?? ''}
            onChange={event => onChange({ consentBy: event.currentTarget.value })}
          />
          <TextInput
            dir="auto"
            label={t('portrait.consentHow')}
            placeholder={t('portrait.consentHowExample')}
            value={draft.consentHow ?? ''}
            onChange={event => onChange({ consentHow: event.currentTarget.value })}
          />
        </div>
      )}
      <Switch
        label={t('portrait.sensitive')}
        description={t('portrait.sensitiveHow')}
        checked={sensitivity === 'sensitive'}
        disabled={isAlways}
        onChange={event => onChange({ sensitivity: event.currentTarget.checked ? 'sensitive' : 'ordinary' })}
      />
    </div>
  )
}
