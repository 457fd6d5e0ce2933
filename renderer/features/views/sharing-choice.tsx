import { MultiSelect, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLiveValue } from '../../data/use-live-query.ts'
import type { Sharing } from '../../stores/view-draft-store.ts'
import classes from './views.module.css'

type SharingChoiceProps = { readonly sharing: Sharing; readonly onChange: (sharing: Sharing) => void }

/** Who is offered a view: for supervisors, who keep the shared ones. */
export function SharingChoice({ sharing, onChange }: SharingChoiceProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  return (
    <div className={classes['sharing']}>
      <span className={classes['label']}>{t('view.sharing')}</span>
      <SegmentedControl<Sharing['to']>
        aria-label={t('view.sharing')}
        value={sharing.to}
        onChange={to => onChange({ ...sharing, to })}
        data={(['me', 'everybody', 'teams'] as const).map(value => ({ value, label: t(`view.to.${value}`) }))}
      />
      {sharing.to === 'teams' && (
        <MultiSelect
          className={classes['teams']}
          aria-label={t('view.teams')}
          placeholder={sharing.teamIds.length === 0 ? t('view.pick') : undefined}
          searchable
          value={[...sharing.teamIds]}
          onChange={teamIds => onChange({ ...sharing, teamIds })}
          data={(directory?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </div>
  )
}
