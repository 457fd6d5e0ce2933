import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DETAIL_PLACES } from '../../../../shared/domain/guides.ts'
import { ENVIRONMENT_PLACE } from '../../../../shared/rules/diagnosis/environment-names.ts'

type PlaceSelectProps = {
  readonly label: string
  readonly nameLabel: string
  /** What is said where an answer has no place. */
  readonly nowhere: string
  readonly places: readonly (typeof DETAIL_PLACES)[number][]
  readonly place: string | null
  readonly onChange: (place: string | null) => void
}

/** Where an answer stands once it is known: a field, a name of the surroundings, or nowhere. */
export function PlaceSelect({ label, nameLabel, nowhere, places, place, onChange }: PlaceSelectProps) {
  const { t } = useTranslation()
  const isAround = place?.startsWith(ENVIRONMENT_PLACE) ?? false
  const chosen = place === null ? 'answer' : isAround ? 'environment' : place
  const named: Readonly<Record<string, string>> = {
    answer: nowhere,
    ...Object.fromEntries(places.map(each => [each, t(`guideEditor.from.${each}`)])),
    environment: t('guideEditor.from.environment'),
  }
  return (
    <>
      <Select
        size="xs"
        aria-label={label}
        allowDeselect={false}
        value={chosen}
        onChange={value =>
          onChange(value === 'environment' ? ENVIRONMENT_PLACE : value === 'answer' ? null : (value ?? place))
        }
        data={[...new Set([...Object.keys(named), chosen])].map(value => ({
          value,
          label: named[value] ?? value,
        }))}
      />
      {isAround && (
        <TextInput
          size="xs"
          aria-label={nameLabel}
          placeholder={nameLabel}
          value={place?.slice(ENVIRONMENT_PLACE.length) ?? ''}
          onChange={event => onChange(`${ENVIRONMENT_PLACE}${event.currentTarget.value}`)}
        />
      )}
    </>
  )
}
