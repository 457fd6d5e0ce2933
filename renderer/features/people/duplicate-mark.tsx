import { IconArrowsJoin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/icon-button.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { openMerge } from '../../stores/people-store.ts'
import classes from './people.module.css'
import { reasonText } from './reason-text.ts'

/** While another record may be the same person: opens the comparison with it, the reason in its name. */
export function DuplicateMark({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const [first] = useLiveValue('people.duplicates', { customerId }) ?? []
  if (!first) return null
  const label = t('people.maybeNamed', {
    name: first.customer.name.trim() || t('customer.unnamed'),
    reason: reasonText(t, first.reasons),
  })
  return (
    <IconButton
      className={classes['marked']}
      label={label}
      icon={<IconArrowsJoin />}
      onClick={() => openMerge(first.customer.id)}
    />
  )
}
