import { Tabs, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { showSettings } from '../../stores/ui-store.ts'
import type { SettingsPage } from '../../stores/ui-store.ts'
import { isFound, SETTINGS_GROUPS } from './find-pages.ts'
import classes from './settings-dialog.module.css'

type SettingsNavProps = {
  /** The page that is open: it stays in sight whatever is looked for. */
  readonly page: SettingsPage
  /** Pages this person may see. */
  readonly pages: readonly SettingsPage[]
}

/** The pages by what they are about, and a field that finds one by its words. */
export function SettingsNav({ page, pages }: SettingsNavProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const groups = SETTINGS_GROUPS.map(({ group, pages: names }) => {
    const title = t(`settings.groups.${group}`)
    const mine = names.filter(name => pages.includes(name))
    const hits = mine.filter(name => {
      const words = t(`settings.pageWords.${name}`)
      return isFound(query, { name: t(`settings.pages.${name}`), group: title, words })
    })
    return { group, title, hits, shown: mine.filter(name => name === page || hits.includes(name)) }
  })
  const [first] = groups.flatMap(({ hits }) => hits)
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [page])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || !['Enter', 'ArrowDown'].includes(event.key)) return
    event.preventDefault()
    if (first === undefined) return
    showSettings(first)
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>(`[data-page=${first}]`)?.focus()
  }
  return (
    <div className={classes['nav']}>
      <TextInput
        size="xs"
        type="search"
        data-autofocus
        aria-label={t('settings.find')}
        placeholder={t('settings.find')}
        leftSection={<IconSearch size={14} />}
        value={query}
        onChange={event => setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {first === undefined && (
        <p role="status" className={classes['hint']}>
          {t('settings.notFound')}
        </p>
      )}
      <Tabs.List ref={list} aria-label={t('settings.title')}>
        {groups.map(
          ({ group, title, shown }) =>
            shown.length > 0 && (
              <div key={group} className={classes['navGroup']}>
                <span>{title}</span>
                {shown.map(name => (
                  <Tabs.Tab key={name} value={name} data-page={name}>
                    {t(`settings.pages.${name}`)}
                  </Tabs.Tab>
                ))}
              </div>
            ),
        )}
      </Tabs.List>
    </div>
  )
}
