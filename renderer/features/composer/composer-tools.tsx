import { IconBolt, IconBook2, IconPaperclip } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { registerInsert } from '../../lib/insert-target.ts'
import { FileButton } from './file-button.tsx'

type ComposerToolsProps = {
  readonly text: RefObject<HTMLTextAreaElement | null>
  /** Null until the draft is known: nothing can be put into it yet. */
  readonly body: string | null
  readonly onChange: (body: string) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Macros put their words in at the cursor and never replace what was written. */
export function ComposerTools({ text, body, onChange, onFiles }: ComposerToolsProps) {
  const { t } = useTranslation()
  useEffect(() => {
    if (body === null) return
    return registerInsert(words => {
      // Also with words marked: what was written stays.
      const at = text.current?.selectionEnd ?? body.length
      onChange(body.slice(0, at) + words + body.slice(at))
      requestAnimationFrame(() => {
        text.current?.focus()
        text.current?.setSelectionRange(at + words.length, at + words.length)
      })
    })
  })
  return (
    <>
      <IconButton
        label={t('composer.canned')}
        shortcut={shortcutFor('macro.open')}
        icon={<IconBolt />}
        onClick={() => runCommand('macro.open')}
      />
      <IconButton
        label={t('commands.answer.find')}
        shortcut={shortcutFor('answer.find')}
        icon={<IconBook2 />}
        onClick={() => runCommand('answer.find')}
      />
      <FileButton icon={<IconPaperclip />} onFiles={onFiles} />
    </>
  )
}
