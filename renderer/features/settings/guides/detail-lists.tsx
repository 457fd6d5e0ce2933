import { useTranslation } from 'react-i18next'
import type { RequiredDetails } from '../../../../shared/domain/guides.ts'
import { localWords } from '../../../../shared/rules/diagnosis/known-details.ts'
import { detailFileText } from '../../../../shared/rules/guides/guide-file.ts'
import { LineMenu } from '../../../components/line-menu.tsx'
import { Line } from '../../../components/section.tsx'
import { saveFile } from '../../../lib/files.ts'
import classes from '../settings-dialog.module.css'

/** What has to be known about which products, list by list. */
export function DetailLists({ lists }: { readonly lists: readonly RequiredDetails[] }) {
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
            quiet={
              <LineMenu what={list.key} actions={[{ label: t('guides.export'), run: () => save(list) }]} />
            }
          />
        ))}
      </ul>
      {lists.length === 0 && <p className={classes['hint']}>{t('guides.noDetails')}</p>}
    </>
  )
}
