import { IconShieldExclamation } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { takeOut } from '../../shared/rules/personal-data/find-personal.ts'
import type { PersonalFinding } from '../../shared/rules/personal-data/find-personal.ts'
import { shortcutFor } from '../commands/command-table.ts'
import { registerTakeOut } from '../commands/take-out-now.ts'
import type { PersonalCheck } from '../data/use-personal.ts'
import { replaceText } from '../lib/replace-text.ts'
import { Advice, AdviceChip } from './advice-chip.tsx'
import { Keys } from './keys.tsx'
import classes from './personal.module.css'
import { SmallButton } from './small-button.tsx'

type PersonalChipProps = {
  /** Where it is written: what is taken out there comes back with the field's own undo. */
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly check: PersonalCheck
  readonly body: string
  readonly onChange: (body: string) => void
}

const MOST = 8

/** What is personal in the words, as a quiet word at their foot: each cited, and out with one key. */
export function PersonalChip({ check, body, field, onChange }: PersonalChipProps) {
  const { findings, inWords } = check
  const onTakeOut = (one?: PersonalFinding): void => {
    const words = takeOut(body, one ? [one] : inWords(body))
    if (!replaceText(field.current, words)) onChange(words)
  }
  return <PersonalFindings findings={findings} onTakeOut={onTakeOut} />
}

type PersonalFindingsProps = {
  readonly findings: readonly PersonalFinding[]
  /** Of what was found one, or all of it. */
  readonly onTakeOut: (one?: PersonalFinding) => void
}

/** The same for words that stand in several fields. */
export function PersonalFindings({ findings, onTakeOut }: PersonalFindingsProps) {
  const { t } = useTranslation()
  useEffect(() => {
    if (findings.length === 0) return
    return registerTakeOut(() => onTakeOut())
  })
  if (findings.length === 0) return null
  return (
    <AdviceChip
      icon={<IconShieldExclamation aria-hidden />}
      label={t('personal.found', { count: findings.length })}
      hint={t('personal.hint')}
      isGrave
      foot={() => (
        <p className={classes['all']}>
          <SmallButton onClick={() => onTakeOut()}>{t('commands.personal.takeOut')}</SmallButton>
          <Keys shortcut={shortcutFor('personal.takeOut') ?? ''} />
        </p>
      )}
    >
      {findings.slice(0, MOST).map(each => (
        <Advice key={`${each.at} ${each.words}`} kind={<PersonalName finding={each} />} words={each.words}>
          <SmallButton onClick={() => onTakeOut(each)}>{t('personal.takeOut')}</SmallButton>
        </Advice>
      ))}
    </AdviceChip>
  )
}

/** What it is; how to reach somebody is said with whom. */
export function PersonalName({ finding: { kind, whose } }: { readonly finding: PersonalFinding }) {
  const { t } = useTranslation()
  return <>{t(`personal.kind.${kind}`, { name: whose ?? '' })}</>
}
