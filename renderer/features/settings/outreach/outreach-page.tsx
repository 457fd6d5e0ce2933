import { Button, NumberInput, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutreachReason } from '../../../../shared/domain/outreach.ts'
import { MOST_OUTREACH_DAYS } from '../../../../shared/rules/outreach/rules.ts'
import type { OutreachSetting } from '../../../../shared/rules/outreach/rules.ts'
import { SmallButton } from '../../../components/small-button.tsx'
import { Skeleton } from '../../../components/skeleton.tsx'
import { act } from '../../../data/use-action.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { segmentText } from '../../../lib/segment-words.ts'
import { SegmentForm } from './segment-form.tsx'
import classes from '../settings-dialog.module.css'

type Draft = Pick<OutreachSetting, 'days' | 'isActive'>
/** What was typed and is not saved, with what it was typed over. */
type Drafts = Partial<Record<OutreachReason, { readonly over: Draft; readonly typed: Draft }>>

/** A draft is no more once the rule says something else than when it was begun. */
function draftOf(drafts: Drafts, { reason, days, isActive }: OutreachSetting): Draft {
  const draft = drafts[reason]
  const stands = draft?.over.days === days && draft.over.isActive === isActive
  return stands ? draft.typed : { days, isActive }
}

/** When somebody is to be reached out to, for the whole team: for supervisors and administrators to set. */
export function OutreachPage() {
  const { t } = useTranslation()
  const rules = useLiveValue('outreachRules.list', {})
  const products = useLiveValue('products.list', {})
  const [about, setAbout] = useState<OutreachReason | null>(null)
  // Here, because a row is not there while somebody says whom it is about.
  const [drafts, setDrafts] = useState<Drafts>({})
  if (!rules || !products) return <Skeleton rows={5} />
  const edited = rules.find(({ reason }) => reason === about)
  if (edited) return <SegmentForm rule={edited} products={products} onDone={() => setAbout(null)} />
  return (
    <>
      <p className={classes['hint']}>{t('relation.outreach.settings')}</p>
      {rules.map(rule => (
        <RuleRow
          key={`${rule.reason} ${rule.version}`}
          rule={rule}
          draft={draftOf(drafts, rule)}
          onDraft={typed => setDrafts({ ...drafts, [rule.reason]: { over: rule, typed } })}
          whom={segmentText(rule.segment, products)}
          onWhom={() => setAbout(rule.reason)}
        />
      ))}
    </>
  )
}

type RuleRowProps = {
  readonly rule: OutreachSetting
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  /** Whom it is about, in words. */
  readonly whom: string
  readonly onWhom: () => void
}

function RuleRow({ rule, draft, onDraft, whom, onWhom }: RuleRowProps) {
  const { t } = useTranslation()
  const { reason, version } = rule
  const { days, isActive } = draft
  const name = t(`relation.outreachReason.${reason}`)
  const isChanged = days !== rule.days || isActive !== rule.isActive
  const save = (): void =>
    void act('outreachRule.set', { reason, seen: version, content: { days, isActive } })
  return (
    <div className={classes['row']}>
      <div className={classes['label']}>
        {name}
        <small>{t(`relation.outreach.meaning.${reason}`)}</small>
        <div className={classes['whom']}>
          {' '}
          <SmallButton aria-label={t('relation.segment.change', { name, whom })} onClick={onWhom}>
            <span dir="auto">{whom}</span>
          </SmallButton>
        </div>
      </div>
      <NumberInput
        aria-label={t('relation.outreach.daysFor', { name })}
        value={days}
        min={1}
        max={MOST_OUTREACH_DAYS}
        allowDecimal={false}
        suffix={` ${t('relation.outreach.days')}`}
        onChange={value => {
          if (typeof value === 'number' && value >= 1 && value <= MOST_OUTREACH_DAYS)
            onDraft({ days: value, isActive })
        }}
        w={110}
      />
      <Switch
        aria-label={t('relation.outreach.activeFor', { name })}
        checked={isActive}
        onChange={event => onDraft({ days, isActive: event.currentTarget.checked })}
      />
      <Button
        variant="default"
        disabled={!isChanged}
        aria-label={t('sending.setFor', { channel: name })}
        onClick={save}
      >
        {t('sending.set')}
      </Button>
    </div>
  )
}
