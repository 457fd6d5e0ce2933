import { IconArrowsJoin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/icon-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { openMerge } from '../../stores/people-store.ts'
import classes from './people.module.css'
import { reasonText } from './reason-text.ts'

/** Opens the comparison with another record; marked, with the reason, while there is one that may be the same person. */
export function DuplicateMark({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [first] = useLiveValue('people.duplicates', { customerId }) ?? []
  const label = first
    ? t('people.maybeNamed', {
        name: first.customer.name.trim() || t('customer.unnamed'),
        reason: reasonText(t, first.reasons),
      })
    : t('commands.person.merge')
  return (
    <IconButton
      data-rare={first ? undefined : true}
      className={first ? classes['marked'] : undefined}
      label={label}
      icon={<IconArrowsJoin />}
      onClick={() => openMerge(first?.customer.id ?? null)}
    />
  )
}
