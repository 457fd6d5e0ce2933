import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'

type SuggestButtonProps = { readonly isReady: boolean; readonly onSuggest: () => void }

/** In place of Send where a guest works: it says that nothing leaves. */
export function SuggestButton({ isReady, onSuggest }: SuggestButtonProps) {
  const { t } = useTranslation()
  return (
    <Button
      disabled={!isReady}
      title={t('composer.suggestHint')}
      rightSection={<Keys shortcut={shortcutFor('message.send') ?? ''} />}
      onClick={onSuggest}
    >
      {t('composer.suggest')}
    </Button>
  )
}
