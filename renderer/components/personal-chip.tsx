import { Popover } from '@mantine/core'
import { IconShieldExclamation } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { takeOut } from '../../shared/rules/personal-data/find-personal.ts'
import type { PersonalFinding } from '../../shared/rules/personal-data/find-personal.ts'
import { shortcutFor } from '../commands/command-table.ts'
import { registerTakeOut } from '../commands/take-out-now.ts'
import type { PersonalCheck } from '../data/use-personal.ts'
import { Keys } from './keys.tsx'
import classes from './personal.module.css'
import { SmallButton } from './small-button.tsx'

type PersonalChipProps = {
  readonly check: PersonalCheck
  readonly body: string
  readonly onChange: (body: string) => void
}

const MOST = 8

/** What is personal in the words, as a quiet word at their foot: each cited, and out with one key. */
export function PersonalChip({ check, body, onChange }: PersonalChipProps) {
  const { t } = useTranslation()
  const { findings, inWords } = check
  useEffect(() => {
    if (findings.length === 0) return
    return registerTakeOut(() => onChange(takeOut(body, inWords(body))))
  })
  if (findings.length === 0) return null
  return (
    <Popover position="top-start" width={340} shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <button type="button" className={classes['chip']} title={t('personal.hint')}>
          <IconShieldExclamation aria-hidden />
          <span>{t('personal.found', { count: findings.length })}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes['list']}>
          {findings.slice(0, MOST).map(each => (
            <li key={`${each.at} ${each.words}`}>
              <span className={classes['kind']}>
                <PersonalName finding={each} />
              </span>
              <q dir="auto">{each.words}</q>
              <SmallButton onClick={() => onChange(takeOut(body, [each]))}>
                {t('personal.takeOut')}
              </SmallButton>
            </li>
          ))}
        </ul>
        <p className={classes['all']}>
          <SmallButton onClick={() => onChange(takeOut(body, inWords(body)))}>
            {t('commands.personal.takeOut')}
          </SmallButton>
          <Keys shortcut={shortcutFor('personal.takeOut') ?? ''} />
        </p>
        <p className={classes['hint']}>{t('personal.hint')}</p>
      </Popover.Dropdown>
    </Popover>
  )
}

/** What it is; how to reach somebody is said with whom. */
export function PersonalName({ finding: { kind, whose } }: { readonly finding: PersonalFinding }) {
  const { t } = useTranslation()
  return <>{t(`personal.kind.${kind}`, { name: whose ?? '' })}</>
}
