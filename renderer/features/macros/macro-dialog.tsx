import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Macro } from '../../../shared/domain/knowledge.ts'
import { knownFamily } from '../../../shared/rules/knowledge/template-families.ts'
import { fillIn, openPlaces } from '../../../shared/rules/fill-in.ts'
import { macroFamilies, variantFor } from '../../../shared/rules/macro-actions.ts'
import type { MacroFamily } from '../../../shared/rules/macro-actions.ts'
import { Chip } from '../../components/chip.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { count, languageName } from '../../lib/format.ts'
import { placesOf } from '../../lib/places-of.ts'
import { useAgent } from '../../stores/session-store.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import { ChangeList } from './change-list.tsx'
import { FilledText } from './filled-text.tsx'
import classes from './macros.module.css'
import { ManyQuestion } from '../../components/many-question.tsx'
import { runMacro } from './run-macro.ts'
import { useRunOnMany } from './use-run-on-many.ts'
import { useMacroTarget } from './use-macro-target.ts'
import type { MacroTarget } from './use-macro-target.ts'

/** Dialog "Macros": find one, see what it would do, run it on the ticket in front or on all that are picked. */
export function MacroDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'macro')
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('macros.title')} size={820}>
      {isOpen && <Chooser />}
    </Dialog>
  )
}

/** What it is for in the window's words; null: nothing in particular, or nothing this version knows. */
function familyName({ variants }: MacroFamily): string | null {
  const known = variants.flatMap(({ family }) => knownFamily(family) ?? [])[0]
  return known === undefined ? null : i18next.t(`answers.family.${known}`)
}

/** By its words or by what it is for, as the window calls that. */
const fits = (family: MacroFamily, query: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/u)
    .every(
      word =>
        family.title.toLowerCase().includes(word) ||
        familyName(family)?.toLowerCase().includes(word) ||
        family.variants.some(({ body }) => body?.toLowerCase().includes(word)),
    )

function Chooser() {
  const { t } = useTranslation()
  const target = useMacroTarget()
  const { query, find, families, chosen, macro, language, setLanguage, choose, run, onKeyDown, many } =
    useChoice(target)
  if (!target) return <p>{t('macros.noTarget')}</p>
  return (
    <div className={classes['chooser']}>
      <div>
        <TextInput
          data-autofocus
          aria-label={t('macros.find')}
          placeholder={t('macros.find')}
          leftSection={<IconSearch size={15} />}
          value={query}
          onChange={event => find(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Families families={families} chosen={chosen} onChoose={choose} />
      </div>
      {macro && chosen ? (
        <Preview
          macro={macro}
          family={chosen}
          target={target}
          language={language}
          onLanguage={setLanguage}
          onRun={run}
          question={
            many.found.length > 0 && (
              <ManyQuestion found={many.found} onLeaveOut={many.leaveOut} onSend={many.sendAll} />
            )
          }
        />
      ) : (
        <p className={classes['nothing']}>{t('macros.nothing')}</p>
      )}
    </div>
  )
}

const variantOf = (family: MacroFamily, target: MacroTarget, chosen: string | null): Macro | null =>
  family.variants.find(({ language }) => chosen !== null && language === chosen) ??
  variantFor(family, [target.language, i18next.language])

/** Which macro is chosen by typing, arrow keys or pointer, in which language, and what running it does. */
function useChoice(target: MacroTarget | null) {
  const macros = useLiveValue('macros.list', {}) ?? []
  const begun = useUi(state => state.macroFamily)
  const [query, setQuery] = useState(begun === null ? '' : i18next.t(`answers.family.${begun}`))
  const [at, setAt] = useState(0)
  const kind = target?.kind ?? null
  const families = macroFamilies(macros).filter(
    family => (family.kind === null || kind === null || family.kind === kind) && fits(family, query.trim()),
  )
  const chosen = families[Math.min(at, families.length - 1)] ?? null
  const [language, setLanguage] = useState<string | null>(null)
  const macro = chosen && target ? variantOf(chosen, target, language) : null
  const many = useRunOnMany(kind)
  const speak = (next: string | null): void => {
    setLanguage(next)
    many.forget()
  }
  const choose = (index: number): void => {
    setAt(index)
    speak(null)
  }
  const run = (): void => {
    if (!macro || !target || !chosen) return
    const variants = language === null ? chosen.variants : []
    if (target.many) return void many.run({ macro, variants, ticketIds: target.many })
    closeDialog()
    if (target.one) void runMacro({ macro, ...target.one, text: textOf(macro, target) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      many.forget()
      setAt(Math.min(Math.max(0, Math.min(at, families.length - 1) + by), families.length - 1))
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      run()
    }
  }
  const find = (text: string): void => {
    setQuery(text)
    choose(0)
  }
  return { query, find, families, chosen, macro, language, setLanguage: speak, choose, run, onKeyDown, many }
}

/** With everything filled in that is known of the ticket in front; for many each has its own. */
const filled = (text: string, target: MacroTarget): string =>
  target.one ? fillIn(text, placesOf(target.one.view, target.card, target.agent)) : text
const textOf = (macro: Macro, target: MacroTarget): string => filled(macro.body ?? '', target)

type FamiliesProps = {
  readonly families: readonly MacroFamily[]
  readonly chosen: MacroFamily | null
  readonly onChoose: (index: number) => void
}

function Families({ families, chosen, onChoose }: FamiliesProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['list']} role="listbox" aria-label={t('macros.title')}>
      {families.map((family, index) => (
        <button
          key={family.key}
          type="button"
          role="option"
          aria-selected={family === chosen}
          tabIndex={-1}
          ref={element => {
            if (family === chosen) element?.scrollIntoView({ block: 'nearest' })
          }}
          onClick={() => onChoose(index)}
        >
          {(family.kind === 'service' || family.kind === 'support') && (
            <KindMark kind={family.kind} size={13} />
          )}
          <span dir="auto">{family.title}</span>
          <FamilyMark name={familyName(family)} />
        </button>
      ))}
    </div>
  )
}

/** What the macro is for, at the end of its line. */
function FamilyMark({ name }: { readonly name: string | null }) {
  return name === null ? null : <Chip>{name}</Chip>
}

/** Stands for "in each customer's language" in the list of languages. */
const EACH = 'each'

type PreviewProps = {
  readonly macro: Macro
  readonly family: MacroFamily
  readonly target: MacroTarget
  /** Chosen by hand; null: the customer's. */
  readonly language: string | null
  readonly onLanguage: (language: string | null) => void
  readonly onRun: () => void
  /** Before something personal leaves. */
  readonly question: ReactNode
}

function Preview({ macro, family, target, language, onLanguage, onRun, question }: PreviewProps) {
  const { t } = useTranslation()
  const agent = useAgent()
  const text = textOf(macro, { ...target, agent })
  const open = target.one ? openPlaces(text) : []
  const languages = family.variants.flatMap(({ language }) => language ?? [])
  return (
    <div className={classes['preview']}>
      <header>
        <h3 dir="auto">{macro.title}</h3>
        {languages.length > 1 && (
          <Select
            aria-label={t('macros.language')}
            size="xs"
            w={210}
            value={target.many && language === null ? EACH : macro.language}
            onChange={value => onLanguage(value === EACH ? null : value)}
            data={[
              ...(target.many ? [{ value: EACH, label: t('macros.eachLanguage') }] : []),
              ...languages.map(value => ({ value, label: languageName(value) })),
            ]}
          />
        )}
      </header>
      <div className={classes['scroll']}>
        {text !== '' && (
          <>
            <h4>{t(target.many ? 'macros.sends' : 'macros.inserts')}</h4>
            <FilledText text={text} />
          </>
        )}
        {open.length > 0 && <p className={classes['open']}>{t('macros.open', { count: open.length })}</p>}
        <ChangeList macro={macro} on={target.one} fill={words => filled(words, target)} />
      </div>
      {question}
      <Button onClick={onRun}>
        {target.many
          ? t('macros.runOnMany', { count: target.many.length, shown: count(target.many.length) })
          : t('macros.run')}
      </Button>
    </div>
  )
}
