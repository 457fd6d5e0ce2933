import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleGap } from '../../../../shared/domain/article-gaps.ts'
import type { Article, ArticleVersion } from '../../../../shared/domain/knowledge.ts'
import { ARTICLE_STATES } from '../../../../shared/domain/values.ts'
import { Skeleton } from '../../../components/skeleton.tsx'
import { answerGaps } from '../../../data/gap-intents.ts'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { makeId } from '../../../lib/make-id.ts'
import { ContentForm } from '../content-form.tsx'
import classes from '../settings-dialog.module.css'
import { ArticleHistory } from './article-history.tsx'
import { KindSelect, LanguageSelect } from './fields.tsx'

/** `body` null: its words are still to be read. */
export type EditedArticle = Omit<Article, 'body'> & { readonly body: string | null }

export const freshArticle = (): EditedArticle => ({
  id: makeId(),
  title: '',
  language: i18next.language.slice(0, 2),
  body: '',
  url: null,
  tags: [],
  state: 'published',
  kind: null,
  updatedAtMs: 0,
  version: null,
  updatedBy: null,
})

type ArticleFormProps = {
  readonly article: EditedArticle
  readonly isNew: boolean
  /** What it answers, each time it was missed. */
  readonly gaps?: readonly ArticleGap[]
  readonly onDone: () => void
}

const versionOf = ({ version }: Pick<Article, 'version'>): number => version ?? 0

const asBegun = ({ body, ...article }: EditedArticle): Article | null =>
  body === null ? null : { ...article, body }

/** An article being written; its words are read first where they are not here. */
export function ArticleForm(props: ArticleFormProps) {
  const { article } = props
  const whole = useLiveValue('articles.get', article.body === null ? { articleId: article.id } : null)
  const [begun, setBegun] = useState(asBegun(article))
  // What a colleague changes meanwhile is asked about when it is saved, never put under somebody's hands. What was read
  // before the last change is not what stands now.
  useEffect(() => {
    if (begun === null && whole && versionOf(whole) >= versionOf(article)) setBegun(whole)
  }, [begun, whole, article])
  return begun === null ? <Skeleton rows={6} /> : <Fields {...props} article={begun} />
}

type FieldsProps = Omit<ArticleFormProps, 'article'> & { readonly article: Article }

type Saving = { readonly seen: number; readonly gaps: readonly ArticleGap[] }

async function saveArticle(article: Article, { seen, gaps }: Saving) {
  const { id, title, language, body, url, tags, state, kind } = article
  const saved = await act('article.set', {
    articleId: id,
    seen,
    content: {
      title: title.trim(),
      language,
      body: body.trim(),
      url: url?.trim() ? url.trim() : null,
      tags: [...tags],
      kind: kind === 'other' ? null : kind,
      state: state === 'other' ? 'draft' : state,
    },
  })
  if (saved) await answerGaps({ gaps }, id)
  return saved
}

function Fields({ article, isNew, gaps = [], onDone }: FieldsProps) {
  const { t } = useTranslation()
  const [id, setId] = useState(article.id)
  const [edited, setEdited] = useState(article)
  const change = (part: Partial<Article>): void => setEdited(before => ({ ...before, ...part }))
  const { title, language, body } = edited
  const save = () =>
    saveArticle({ ...edited, id }, { seen: id === article.id ? versionOf(article) : 0, gaps })
  const [isBrought, setBrought] = useState(false)
  // Whether it is offered stays as it is: only the words come back.
  const bring = ({ title: was, body: words, language: tongue, url, tags, kind }: ArticleVersion): void => {
    change({ title: was, body: words, language: tongue, url, tags, kind })
    setBrought(true)
  }
  // The same title in another language is an article of its own.
  const translate = (): void => {
    setId(makeId())
    change({ language: '', body: '', url: null })
  }
  return (
    <ContentForm
      isReady={title.trim() !== '' && body.trim() !== '' && language !== ''}
      onSave={save}
      onDone={onDone}
      beside={
        !isNew &&
        id === article.id && (
          <Button variant="subtle" onClick={translate}>
            {t('answers.translate')}
          </Button>
        )
      }
    >
      <TextInput
        autoFocus
        dir="auto"
        label={t('answers.title')}
        value={title}
        onChange={event => change({ title: event.currentTarget.value })}
      />
      <LanguageSelect value={language} onChange={next => change({ language: next ?? '' })} />
      <Textarea
        autosize
        minRows={8}
        maxRows={18}
        dir="auto"
        label={t('answers.body')}
        value={body}
        onChange={event => change({ body: event.currentTarget.value })}
      />
      <Rest edited={edited} onChange={change} />
      {isBrought && (
        <p role="status" className={classes['hint']}>
          {t('answers.brought')}
        </p>
      )}
      {!isNew && id === article.id && <ArticleHistory article={article} onBring={bring} />}
    </ContentForm>
  )
}

type RestProps = { readonly edited: Article; readonly onChange: (part: Partial<Article>) => void }

/** Where it belongs, and whether it is offered. */
function Rest({ edited: { kind, tags, url, state }, onChange: change }: RestProps) {
  const { t } = useTranslation()
  return (
    <>
      <KindSelect value={kind} onChange={next => change({ kind: next })} />
      <TagsInput label={t('answers.tags')} value={[...tags]} onChange={next => change({ tags: next })} />
      <TextInput
        label={t('answers.url')}
        value={url ?? ''}
        onChange={event => change({ url: event.currentTarget.value })}
      />
      <Select
        label={t('answers.stateOf')}
        allowDeselect={false}
        data={ARTICLE_STATES.map(value => ({ value, label: t(`answers.state.${value}`) }))}
        value={state}
        onChange={next => {
          const chosen = ARTICLE_STATES.find(each => each === next)
          if (chosen) change({ state: chosen })
        }}
      />
    </>
  )
}
