import { useTranslation } from 'react-i18next'
import type { RequiredDetails } from '../../../../shared/domain/guides.ts'
import { localWords } from '../../../../shared/rules/diagnosis/known-details.ts'
import { detailFileText } from '../../../../shared/rules/guides/guide-file.ts'
import { LineMenu } from '../../../components/line-menu.tsx'
import { Line } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { act } from '../../../data/use-action.ts'
import { saveFile } from '../../../lib/files.ts'
import classes from '../settings-dialog.module.css'
import type { EditedDetails } from './details-form.tsx'

type DetailListsProps = {
  readonly lists: readonly RequiredDetails[]
  readonly onEdit: (list: EditedDetails) => void
}

/** Takes a list away; the undo bar gives it back. */
const removeList = ({ key, version }: Pick<RequiredDetails, 'key' | 'version'>) =>
  act('requiredDetails.remove', { key, seen: version })

/** What has to be known about which products, list by list. */
export function DetailLists({ lists, onEdit }: DetailListsProps) {
  const { t, i18n } = useTranslation()
  const save = (list: RequiredDetails): void =>
    saveFile(`${list.key}.json`, new TextEncoder().encode(detailFileText(list)))
  return (
    <>
      <h3 className={classes['part']}>{t('guides.details')}</h3>
      <ul>
        {lists.map(list => (
          <Line
            key={list.id}
            title={list.products.length === 0 ? t('guides.everyProduct') : list.products.join(', ')}
            detail={list.items.map(({ label, key }) => localWords(label, i18n.language) ?? key).join(' · ')}
            onOpen={() => onEdit(list)}
            quiet={
              <LineMenu
                what={list.key}
                actions={[
                  { label: t('guides.export'), run: () => save(list) },
                  { label: t('guides.removeDetails'), run: () => void removeList(list) },
                ]}
              />
            }
          />
        ))}
      </ul>
      <p className={classes['hint']}>
        <SmallButton onClick={() => onEdit({ key: '', version: 0, products: [], items: [] })}>
          {t('guideEditor.newDetails')}
        </SmallButton>
      </p>
      <p className={classes['hint']}>
        {t(lists.length === 0 ? 'guides.noDetails' : 'guides.removeDetailsHint')}
      </p>
    </>
  )
}
