import { IconCheck, IconCircleDashed } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { badNewsParts } from '../../../../shared/rules/knowledge/template-families.ts'
import classes from './bad-news-parts.module.css'

type BadNewsPartsProps = { readonly text: string; readonly language: string | null }

/** The four parts of bad news, and where the text says each; a hint that keeps nothing from being saved. */
export function BadNewsParts({ text, language }: BadNewsPartsProps) {
  const { t } = useTranslation()
  const read = useDeferredValue(text)
  const parts = useMemo(() => badNewsParts(read, language), [read, language])
  return (
    <section className={classes['parts']} aria-label={t('answers.badNews.title')}>
      <strong>{t('answers.badNews.title')}</strong>
      {parts === null ? (
        <p>{t('answers.badNews.notRead')}</p>
      ) : (
        <ol>
          {parts.map(({ part, words }) => (
            <li key={part} data-missing={words === null || undefined}>
              {words === null ? <IconCircleDashed aria-hidden /> : <IconCheck aria-hidden />}
              <span>{t(`answers.badNews.part.${part}`)}</span>
              {words === null ? (
                <small>{t(`answers.badNews.how.${part}`)}</small>
              ) : (
                <small>
                  <q dir="auto">{words}</q>
                </small>
              )}
            </li>
          ))}
        </ol>
      )}
      <p>{t('answers.badNews.hint')}</p>
    </section>
  )
}
