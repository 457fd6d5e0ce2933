import { useTranslation } from 'react-i18next'
import { Keys } from '../../components/keys.tsx'
import type { Shortcut } from '../../lib/shortcut.ts'

/** Keys that belong to lists and tabs themselves: they act where the focus is, and are the same for everybody. */
const FIXED = [
  ['walk', ['ArrowDown', 'ArrowUp']],
  ['open', ['Enter']],
  ['openInTab', ['Mod+Enter']],
  ['pick', ['Space']],
  ['pickRange', ['Shift+ArrowDown', 'Shift+ArrowUp']],
  ['pickAll', ['Mod+A']],
  ['leave', ['Escape']],
  ['tabs', ['ArrowLeft', 'ArrowRight']],
  ['tabNext', ['Mod+Tab']],
  ['tabClose', ['Delete']],
] as const satisfies readonly (readonly [string, readonly Shortcut[]])[]

export function FixedKeys() {
  const { t } = useTranslation()
  return (
    <section>
      <h3>{t('fixedKeys.title')}</h3>
      <ul>
        {FIXED.map(([name, keys]) => (
          <li key={name}>
            <span>{t(`fixedKeys.${name}`)}</span>
            <span>
              {keys.map(shortcut => (
                <Keys key={shortcut} shortcut={shortcut} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
