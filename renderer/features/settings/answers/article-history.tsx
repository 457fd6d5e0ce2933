import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article, ArticleVersion } from '../../../../shared/domain/knowledge.ts'
import { changedFields, changedWords } from '../../../../shared/rules/knowledge/former-versions.ts'
import type { Written } from '../../../../shared/rules/knowledge/former-versions.ts'
import { Line } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { useAgentName } from '../../../data/use-agent-name.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { dayAndTime, listText } from '../../../lib/format.ts'
import settings from '../settings-dialog.module.css'
import classes from './article-history.module.css'

/** One line of the list: a version that stood, by whom and since when. */
type Stood = Written & {
  readonly key: string
  readonly version: number | null
  readonly byId: string | null
  readonly atMs: number
}

const asNow = (article: Article): Stood => ({
  ...article,
  key: 'now',
  byId: article.updatedBy,
  atMs: article.updatedAtMs,
})
const asFormer = (row: ArticleVersion): Stood => ({
  ...row,
  key: row.id,
  byId: row.writtenBy,
  atMs: row.writtenAtMs,
})

type ArticleHistoryProps = {
  /** As it stood when the editor began. */
  readonly article: Article
  /** Puts the words of a version into the form; saving them makes a version more. */
  readonly onBring: (version: ArticleVersion) => void
}

/** What an article said before, who changed it when, and what they changed. Nothing where it was never changed. */
export function ArticleHistory({ article, onBring }: ArticleHistoryProps) {
  const { t } = useTranslation()
  const now = useLiveValue('articles.get', { articleId: article.id }) ?? article
  const former = useLiveValue('articles.versions', { articleId: article.id }) ?? []
  const [openKey, setOpenKey] = useState<string | null>(null)
  if (former.length === 0) return null
  const all = [asNow(now), ...former.map(asFormer)]
  return (
    <section aria-label={t('answers.history')}>
      <h3 className={settings['part']}>{t('answers.history')}</h3>
      <ul>
        {all.map((stood, index) => (
          <Version
            key={stood.key}
            stood={stood}
            before={all[index + 1] ?? null}
            isOpen={openKey === stood.key}
            onToggle={() => setOpenKey(openKey === stood.key ? null : stood.key)}
            onBring={() => {
              const version = former.find(({ id }) => id === stood.key)
              if (version) onBring(version)
            }}
          />
        ))}
      </ul>
      <p className={settings['hint']}>{t('answers.historyHow')}</p>
    </section>
  )
}

type VersionProps = {
  readonly stood: Stood
  /** Null: nothing older is kept. */
  readonly before: Stood | null
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onBring: () => void
}

function Version({ stood, before, isOpen, onToggle, onBring }: VersionProps) {
  const { t } = useTranslation()
  const nameOf = useAgentName()
  const isNow = stood.key === 'now'
  const fields = before === null ? [] : changedFields(before, stood)
  const changed = listText(
    fields.map(field => t(`answers.changed.${field}`)),
    'all',
  )
  const parts = [
    stood.version === null ? t('answers.firstVersion') : t('answers.version', { version: stood.version }),
    isNow ? t('answers.versionNow') : null,
    dayAndTime(stood.atMs),
    nameOf(stood.byId),
  ]
  return (
    <>
      <Line
        title={parts.filter(Boolean).join(' · ')}
        detail={before === null ? t('answers.oldest') : t('answers.changedHere', { what: changed })}
        aside={!isNow && <SmallButton onClick={onBring}>{t('answers.bringBack')}</SmallButton>}
        onOpen={onToggle}
      />
      {isOpen && (
        <li className={classes['words']} dir="auto">
          <Words before={before?.body ?? stood.body} after={stood.body} />
        </li>
      )}
    </>
  )
}

/** The text with what came and what went, said to screen readers too. */
function Words({ before, after }: { readonly before: string; readonly after: string }) {
  return changedWords(before, after).map(({ how, text }, index) => {
    // Stretches of one text stand still: their place is who they are.
    const key = `${index} ${how}`
    if (how === 'gone') return <del key={key}>{text}</del>
    return how === 'new' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
  })
}
