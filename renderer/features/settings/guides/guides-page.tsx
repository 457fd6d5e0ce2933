import { Button, Group } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guide, RequiredDetails } from '../../../../shared/domain/guides.ts'
import { guideContent } from '../../../../shared/mutations/set-guide.ts'
import { freshGuide } from '../../../../shared/rules/guides/edit-guide.ts'
import { guideFileText } from '../../../../shared/rules/guides/guide-file.ts'
import { Chip } from '../../../components/chip.tsx'
import { FileChooser } from '../../../components/file-chooser.tsx'
import { LineMenu } from '../../../components/line-menu.tsx'
import { Line } from '../../../components/section.tsx'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { saveFile } from '../../../lib/files.ts'
import classes from '../settings-dialog.module.css'
import { DetailsForm } from './details-form.tsx'
import type { EditedDetails } from './details-form.tsx'
import { GuideForm } from './guide-form.tsx'
import type { EditedGuide } from './guide-form.tsx'
import { importFiles } from './import-files.ts'
import type { Imported } from './import-files.ts'
import { ImportedFiles } from './imported-files.tsx'
import { DetailLists } from './detail-lists.tsx'

type Edited =
  | { readonly what: 'guide'; readonly guide: EditedGuide }
  | { readonly what: 'details'; readonly details: EditedDetails }

/** Guides, playbooks and checklists: written here or brought in as files, each version kept. */
export function GuidesPage() {
  const guides = useLiveValue('guides.list', {}) ?? []
  const lists = useLiveValue('requiredDetails.list', {}) ?? []
  const [edited, setEdited] = useState<Edited | null>(null)
  const done = (): void => setEdited(null)
  switch (edited?.what) {
    case 'guide':
      return <GuideForm edited={edited.guide} takenKeys={guides.map(({ key }) => key)} onDone={done} />
    case 'details':
      return <DetailsForm edited={edited.details} takenKeys={lists.map(({ key }) => key)} onDone={done} />
    default:
      return <Overview guides={guides} lists={lists} onEdit={setEdited} />
  }
}

type OverviewProps = {
  readonly guides: readonly Guide[]
  readonly lists: readonly RequiredDetails[]
  readonly onEdit: (edited: Edited) => void
}

function Overview({ guides, lists, onEdit }: OverviewProps) {
  const { t, i18n } = useTranslation()
  const editGuide = (guide: EditedGuide): void => onEdit({ what: 'guide', guide })
  const chooser = useRef<HTMLInputElement>(null)
  const [imported, setImported] = useState<readonly Imported[]>([])
  const take = async (files: readonly File[]): Promise<void> => {
    setImported(await importFiles(files, { guides, lists }))
  }
  return (
    <>
      <p className={classes['hint']}>{t('guides.how')}</p>
      <FileChooser inputRef={chooser} onFiles={files => void take(files)} />
      <Group gap="xs" mt={8}>
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => editGuide({ content: freshGuide(i18n.language), version: 0, isActive: true })}
        >
          {t('guideEditor.newGuide')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconUpload size={15} aria-hidden />}
          onClick={() => chooser.current?.click()}
        >
          {t('guides.import')}
        </Button>
      </Group>
      <ImportedFiles imported={imported} />
      <h3 className={classes['part']}>{t('guides.title')}</h3>
      <ul>
        {guides.map(guide => (
          <GuideLine key={guide.id} guide={guide} onEdit={editGuide} />
        ))}
      </ul>
      {guides.length === 0 && <p className={classes['hint']}>{t('guides.noGuides')}</p>}
      <DetailLists lists={lists} onEdit={details => onEdit({ what: 'details', details })} />
    </>
  )
}

type GuideLineProps = { readonly guide: Guide; readonly onEdit: (guide: EditedGuide) => void }

function GuideLine({ guide, onEdit }: GuideLineProps) {
  const { t } = useTranslation()
  const content = guideContent(guide)
  const save = (): void => {
    if (content) saveFile(`${guide.key}.json`, new TextEncoder().encode(guideFileText(content)))
  }
  const setActive = (isActive: boolean): void => {
    if (content) void act('guide.set', { seen: guide.version, isActive, content })
  }
  const { version, isActive } = guide
  return (
    <Line
      title={guide.title}
      onOpen={content ? () => onEdit({ content, version, isActive }) : undefined}
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
