import { useTranslation } from 'react-i18next'
import type { GapGroup } from '../../../../shared/rules/knowledge/gap-groups.ts'
import { Chip } from '../../../components/chip.tsx'
import { Line } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { answerGaps, seedOf } from '../../../data/gap-intents.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { useNow } from '../../../lib/clock.ts'
import { dateOnly } from '../../../lib/format.ts'
import { sow } from '../../../stores/answers-store.ts'
import classes from '../settings-dialog.module.css'

const SHOWN = 20

/** What colleagues looked for and did not find, what is missed most first: to be written, or not needed. */
export function MissingArticles() {
  const { t } = useTranslation()
  const groups = useLiveValue('articleGaps.list', {}) ?? []
  if (groups.length === 0) return null
  return (
    <section aria-label={t('gaps.title')}>
      <h3 className={classes['part']}>{t('gaps.title')}</h3>
      <ul>
        {groups.slice(0, SHOWN).map(group => (
          <Missing key={group.key} group={group} />
        ))}
      </ul>
    </section>
  )
}

function Missing({ group }: { readonly group: GapGroup }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { words, count, ticketIds, kinds, gaps, newestAtMs, isDrafted } = group
  const draft = async (): Promise<void> => sow({ ...(await seedOf(group)), gaps })
  const detail = [
    t('gaps.times', { count }),
    ticketIds.length > 0 ? t('gaps.tickets', { count: ticketIds.length }) : null,
    ...kinds.flatMap(kind => (kind === null || kind === 'other' ? [] : t(`kind.${kind}`))),
    dateOnly(newestAtMs, nowMs),
  ]
  return (
    <Line
      title={words}
      detail={detail.filter(Boolean).join(' · ')}
      aside={
        isDrafted ? (
          <Chip>{t('gaps.drafting')}</Chip>
        ) : (
          <>
            <SmallButton onClick={() => void draft()}>
              {t(ticketIds.length > 0 ? 'gaps.draftFromTicket' : 'gaps.draft')}
            </SmallButton>
            <SmallButton onClick={() => void answerGaps(group, null)}>{t('gaps.notNeeded')}</SmallButton>
          </>
        )
      }
    />
  )
}
