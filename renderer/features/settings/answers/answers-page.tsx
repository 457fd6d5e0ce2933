import { Button, Group, TextInput } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import i18next from 'i18next'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleLine } from '../../../../shared/contract/answers.ts'
import type { Macro } from '../../../../shared/domain/knowledge.ts'
import { KNOWLEDGE_DEFAULTS, KNOWLEDGE_LIMITS } from '../../../../shared/rules/knowledge/may-write.ts'
import { knownFamily } from '../../../../shared/rules/knowledge/template-families.ts'
import { maySupervise } from '../../../../shared/rules/supervising.ts'
import { Chip } from '../../../components/chip.tsx'
import { FileChooser } from '../../../components/file-chooser.tsx'
import { Line } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { useAgentName } from '../../../data/use-agent-name.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { useNow } from '../../../lib/clock.ts'
import { dateOnly, languageName } from '../../../lib/format.ts'
import { makeId } from '../../../lib/make-id.ts'
import { sow, useArticleSeed } from '../../../stores/answers-store.ts'
import { useAgent } from '../../../stores/session-store.ts'
import { RuleForm } from '../rule-form.tsx'
import classes from '../settings-dialog.module.css'
import { ArticleForm, freshArticle } from './article-form.tsx'
import type { EditedArticle } from './article-form.tsx'
import { importAnswers } from './import-answers.ts'
import type { ImportedAnswers } from './import-answers.ts'
import { MissingArticles } from './missing-articles.tsx'
import { ReplyForm } from './reply-form.tsx'

/** Rows at a time: a wall of hundreds helps nobody, and none is out of reach. */
const AT_A_TIME = 60

type Edited =
  | { readonly what: 'article'; readonly article: EditedArticle }
  | { readonly what: 'reply'; readonly macro: Macro }

const freshMacro = (): Macro => ({
  id: makeId(),
  title: '',
  language: i18next.language.slice(0, 2),
  kind: null,
  body: '',
  steps: [],
  family: null,
  version: null,
  updatedAtMs: null,
  updatedBy: null,
  retiredAtMs: null,
})

/** Articles and canned replies: written, changed, retired and brought back here, or brought in as files. */
export function AnswersPage() {
  const seed = useArticleSeed()
  const answers = useLiveValue('answers.list', {})
  const [edited, setEdited] = useState<Edited | null>(null)
  const done = (): void => {
    sow(null)
    setEdited(null)
  }
  if (seed) {
    const { gaps = [], ...words } = seed
    return <ArticleForm article={{ ...freshArticle(), ...words }} isNew gaps={gaps} onDone={done} />
  }
  if (!answers) return <Skeleton rows={5} />
  if (edited?.what === 'reply') return <ReplyForm macro={edited.macro} onDone={done} />
  if (edited?.what === 'article')
    return (
      <ArticleForm
        article={edited.article}
        isNew={answers.articles.every(({ id }) => id !== edited.article.id)}
        onDone={done}
      />
    )
  return <Overview {...answers} onEdit={setEdited} />
}

type OverviewProps = {
  readonly articles: readonly ArticleLine[]
  readonly macros: readonly Macro[]
  readonly onEdit: (edited: Edited) => void
}

function Overview({ articles, macros, onEdit }: OverviewProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [imported, setImported] = useState<ImportedAnswers | null>(null)
  const isSupervisor = maySupervise(useAgent()?.role ?? 'other')
  const wanted = (title: string): boolean => title.toLowerCase().includes(words.trim().toLowerCase())
  const take = async (files: readonly File[]): Promise<void> => {
    setImported(await importAnswers(files, { articles, macros }))
  }
  return (
    <>
      <p className={classes['hint']}>{t('answers.how')}</p>
      <Tools words={words} onWords={setWords} onEdit={onEdit} onFiles={files => void take(files)} />
      {imported && (
        <p role="status" className={classes['hint']}>
          {t('answers.imported', { count: imported.taken })}
          {imported.refused.length > 0 && ` ${t('answers.refused', { what: imported.refused.join(', ') })}`}
        </p>
      )}
      <MissingArticles />
      <h3 className={classes['part']}>{t('answers.articles')}</h3>
      <Paged key={`articles ${words}`} rows={articles.filter(({ title }) => wanted(title))}>
        {article => <ArticleRow key={article.id} article={article} onEdit={onEdit} />}
      </Paged>
      <h3 className={classes['part']}>{t('answers.replies')}</h3>
      <Paged key={`replies ${words}`} rows={macros.filter(({ title }) => wanted(title))}>
        {macro => (
          <Line
            key={macro.id}
            title={macro.title}
            detail={<Facts {...macro} />}
            aside={<ReplyMark macro={macro} />}
            onOpen={() => onEdit({ what: 'reply', macro })}
          />
        )}
      </Paged>
      {isSupervisor && <RuleForm rule="knowledge" defaults={KNOWLEDGE_DEFAULTS} limits={KNOWLEDGE_LIMITS} />}
    </>
  )
}

/** Whether it is offered, else what it is for. */
function ReplyMark({ macro }: { readonly macro: Macro }) {
  const { t } = useTranslation()
  const family = knownFamily(macro.family)
  if (macro.retiredAtMs !== null) return <Chip>{t('answers.retired')}</Chip>
  return family && <Chip>{t(`answers.family.${family}`)}</Chip>
}

type PagedProps<T> = { readonly rows: readonly T[]; readonly children: (row: T) => ReactNode }

/** The first rows, and the next ones with every press until all are there. */
function Paged<T>({ rows, children }: PagedProps<T>) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(AT_A_TIME)
  const left = rows.length - shown
  return (
    <>
      <ul>{rows.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <SmallButton onClick={() => setShown(shown + AT_A_TIME)}>
          {t('answers.more', { count: left })}
        </SmallButton>
      )}
    </>
  )
}

type ToolsProps = {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onEdit: OverviewProps['onEdit']
  readonly onFiles: (files: readonly File[]) => void
}

/** Finding one, and the ways to a new one. */
function Tools({ words, onWords, onEdit, onFiles }: ToolsProps) {
  const { t } = useTranslation()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <Group gap={8} my={8}>
      <TextInput
        size="xs"
        aria-label={t('answers.find')}
        placeholder={t('answers.find')}
        value={words}
        onChange={event => onWords(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onEdit({ what: 'article', article: freshArticle() })}
      >
        {t('answers.addArticle')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => onEdit({ what: 'reply', macro: freshMacro() })}
      >
        {t('answers.addReply')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUpload size={14} />}
        onClick={() => chooser.current?.click()}
      >
        {t('answers.import')}
      </Button>
      <FileChooser inputRef={chooser} onFiles={onFiles} />
    </Group>
  )
}

type ArticleRowProps = { readonly article: ArticleLine; readonly onEdit: OverviewProps['onEdit'] }

function ArticleRow({ article, onEdit }: ArticleRowProps) {
  const { t } = useTranslation()
  const { state } = article
  return (
    <Line
      title={article.title}
      detail={<Facts {...article} />}
      aside={state === 'published' ? undefined : <Chip>{t(`answers.state.${state}`)}</Chip>}
      onOpen={() => onEdit({ what: 'article', article: { ...article, body: null } })}
    />
  )
}

type FactsProps = {
  readonly language: string | null
  readonly version: number | null
  readonly updatedAtMs: number | null
  readonly updatedBy: string | null
}

/** In which language, and who changed it last. */
function Facts({ language, version, updatedAtMs, updatedBy }: FactsProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const nameOf = useAgentName()
  const parts = [
    language === null ? t('answers.anyLanguage') : languageName(language),
    version === null ? null : t('answers.version', { version }),
    updatedAtMs === null ? null : dateOnly(updatedAtMs, nowMs),
    nameOf(updatedBy),
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}
