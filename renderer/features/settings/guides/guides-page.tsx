import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guide } from '../../../../shared/domain/guides.ts'
import { guideContent } from '../../../../shared/mutations/set-guide.ts'
import { guideFileText } from '../../../../shared/rules/guides/guide-file.ts'
import { Chip } from '../../../components/chip.tsx'
import { FileChooser } from '../../../components/file-chooser.tsx'
import { LineMenu } from '../../../components/line-menu.tsx'
import { Line } from '../../../components/section.tsx'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { saveFile } from '../../../lib/files.ts'
import classes from '../settings-dialog.module.css'
import { importFiles } from './import-files.ts'
import type { Imported } from './import-files.ts'
import { ImportedFiles } from './imported-files.tsx'
import { DetailLists } from './detail-lists.tsx'

/** Guides, playbooks and checklists: written as files, brought in here, each version kept. */
export function GuidesPage() {
  const { t } = useTranslation()
  const guides = useLiveValue('guides.list', {}) ?? []
  const lists = useLiveValue('requiredDetails.list', {}) ?? []
  const chooser = useRef<HTMLInputElement>(null)
  const [imported, setImported] = useState<readonly Imported[]>([])
  const take = async (files: readonly File[]): Promise<void> => {
    setImported(await importFiles(files, { guides, lists }))
  }
  return (
    <>
      <p className={classes['hint']}>{t('guides.how')}</p>
      <FileChooser inputRef={chooser} onFiles={files => void take(files)} />
      <Button
        variant="default"
        leftSection={<IconUpload size={15} aria-hidden />}
        onClick={() => chooser.current?.click()}
      >
        {t('guides.import')}
      </Button>
      <ImportedFiles imported={imported} />
      <h3 className={classes['part']}>{t('guides.title')}</h3>
      <ul>
        {guides.map(guide => (
          <GuideLine key={guide.id} guide={guide} />
        ))}
      </ul>
      {guides.length === 0 && <p className={classes['hint']}>{t('guides.noGuides')}</p>}
      <DetailLists lists={lists} />
    </>
  )
}

function GuideLine({ guide }: { readonly guide: Guide }) {
  const { t } = useTranslation()
  const content = guideContent(guide)
  const save = (): void => {
    if (content) saveFile(`${guide.key}.json`, new TextEncoder().encode(guideFileText(content)))
  }
  const setActive = (isActive: boolean): void => {
    if (content) void act('guide.set', { seen: guide.version, isActive, content })
  }
  return (
    <Line
      title={guide.title}
      detail={[
        t(`guideFormat.${guide.format === 'other' ? 'tree' : guide.format}`),
        t('guides.version', { version: guide.version }),
        t('guides.steps', { count: guide.steps.length }),
      ].join(' · ')}
      aside={guide.isActive ? undefined : <Chip>{t('guides.retired')}</Chip>}
      quiet={
        <LineMenu
          what={guide.title}
          actions={[
            content && { label: t('guides.export'), run: save },
            content &&
              (guide.isActive
                ? { label: t('guides.retire'), run: () => setActive(false) }
                : { label: t('guides.unretire'), run: () => setActive(true) }),
          ]}
        />
      }
    />
  )
}
