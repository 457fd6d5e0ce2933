import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveValue } from '../data/use-live-query.ts'
import { PersonOption } from './person-option.tsx'
import type { Found } from './person-option.tsx'

type ChoosePersonProps = {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onChoose: (person: Found) => void
  /** Who is not offered: the person at hand. */
  readonly without?: string
  readonly description?: string | undefined
  /** What stands there first is a guess: typing replaces it. */
  readonly selectsOnFocus?: boolean
}

const SHOWN = 6

/** A customer by name, address or number as typed. */
export function ChoosePerson(props: ChoosePersonProps) {
  const { label, text, onText, onChoose, without, description, selectsOnFocus = false } = props
  const { t } = useTranslation()
  const asked = text.trim().slice(0, 200)
  const all = useLiveValue('customers.find', asked === '' ? null : { text: asked, limit: SHOWN + 1 })
  const found = asked === '' ? [] : (all ?? []).filter(({ id }) => id !== without).slice(0, SHOWN)
  const isNobody = asked !== '' && all !== undefined && found.length === 0
  const [isAsking, setAsking] = useState(false)
  // Closed while there is nothing to choose from: Escape then closes the dialog and not an empty list.
  const combobox = useCombobox({ opened: isAsking && found.length > 0, onOpenedChange: setAsking })
  const { selectFirstOption } = combobox
  useEffect(() => void selectFirstOption(), [found.length, selectFirstOption])
  const choose = (id: string): void => {
    combobox.closeDropdown()
    const person = found.find(each => each.id === id)
    if (person) onChoose(person)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          data-autofocus
          dir="auto"
          label={label}
          placeholder={t('newTicket.find')}
          inputWrapperOrder={['label', 'input', 'description']}
          description={description ?? (isNobody ? t('people.nobodyFound') : undefined)}
          value={text}
          onFocus={event => {
            if (selectsOnFocus) event.currentTarget.select()
            combobox.openDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
          onChange={event => {
            onText(event.currentTarget.value)
            combobox.openDropdown()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          {found.map(person => (
            <PersonOption key={person.id} person={person} />
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
