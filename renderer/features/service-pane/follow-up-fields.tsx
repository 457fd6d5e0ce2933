import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../../shared/domain/values.ts'
import { refusedChannels } from '../../../shared/rules/portrait/preferences.ts'
import { usePortrait } from '../../data/portrait-question.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import classes from './service-pane.module.css'

export type How = { readonly channel: Channel | null; readonly macroId: string | null }
type FollowUpFieldsProps = {
  readonly customerId: string
  readonly how: How
  readonly onChange: (how: How) => void
}

/** Ways people use to come back to somebody; a canned text only goes where words are written. */
const WAYS: readonly Channel[] = ['email', 'phone', 'chat', 'sms', 'whatsapp', 'walk-in']
const SPOKEN: ReadonlySet<string> = new Set(['phone', 'walk-in'])

/** How a follow-up is made: by what, and with which canned text. What they refused cannot be chosen, and says so. */
export function FollowUpFields({ customerId, how, onChange }: FollowUpFieldsProps) {
  const { t } = useTranslation()
  const refused = refusedChannels(usePortrait(customerId)?.preferences ?? [])
  const nameOf = (way: Channel): string => {
    const channel = dynamicText(`channel.${way}`) ?? way
    return refused.includes(way) ? t('portrait.refusedChannel', { channel }) : channel
  }
  const macros = useLiveValue('macros.list', {}) ?? []
  const written = macros.filter(({ body }) => (body ?? '') !== '')
  const isSpoken = how.channel !== null && SPOKEN.has(how.channel)
  return (
    <div className={classes['how']}>
      <Select
        aria-label={t('relation.followUp.channel')}
        placeholder={t('relation.followUp.channel')}
        data={WAYS.map(value => ({ value, label: nameOf(value), disabled: refused.includes(value) }))}
        value={how.channel}
        clearable
        onChange={value => onChange({ ...how, channel: WAYS.find(way => way === value) ?? null })}
      />
      {!isSpoken && written.length > 0 && (
        <Select
          aria-label={t('relation.followUp.template')}
          placeholder={t('relation.followUp.template')}
          data={written.map(({ id, title }) => ({ value: id, label: title }))}
          value={how.macroId}
          searchable
          clearable
          onChange={macroId => onChange({ ...how, macroId })}
        />
      )}
    </div>
  )
}
