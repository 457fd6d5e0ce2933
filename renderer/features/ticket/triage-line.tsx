import { Popover } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TriageView } from '../../../shared/contract/triage.ts'
import { SIDES } from '../../../shared/rules/triage/side-score.ts'
import type { TicketKind } from '../../../shared/rules/work-kind.ts'
import { KindMark } from '../../components/kind-mark.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { answerTriage } from '../../data/thread-intents.ts'
import { percent } from '../../lib/format.ts'
import { openMenu } from '../../stores/ui-store.ts'
import classes from './triage-line.module.css'

type TriageLineProps = { readonly ticketId: string; readonly triage: TriageView }

const marksOf = (kind: TicketKind): readonly ('service' | 'support')[] =>
  kind === 'both' ? ['service', 'support'] : [kind]

/** "Looks like support: 'crashes', 'after the update'", to move or to keep. It never decides by itself. */
export function TriageLine({ ticketId, triage }: TriageLineProps) {
  const { t } = useTranslation()
  const { kind, suggested } = triage
  return (
    <div className={classes['line']} role="group" aria-label={t('triage.label')}>
      <span className={classes['what']}>
        {suggested === 'unsure' ? (
          <IconHelpCircle size={15} stroke={1.6} aria-hidden />
        ) : (
          marksOf(suggested).map(each => <KindMark key={each} kind={each} />)
        )}
        {suggested === 'unsure' ? t('triage.unsure') : t(`triage.looksLike.${suggested}`)}
      </span>
      <Why triage={triage} />
      <span className={classes['space']} />
      {suggested === 'unsure' ? (
        <SmallButton onClick={() => openMenu('kind')}>{t('triage.choose')}</SmallButton>
      ) : (
        <SmallButton onClick={() => void answerTriage(ticketId, triage, suggested)}>
          {t('triage.move')}
        </SmallButton>
      )}
      <SmallButton
        aria-label={t(`triage.keepKind.${kind}`)}
        onClick={() => void answerTriage(ticketId, triage, kind)}
      >
        {t('triage.keep')}
      </SmallButton>
    </div>
  )
}

/** The words in the line itself; where both sides have some, the strongest of each behind its mark. */
function Words({ reasons }: Pick<TriageView, 'reasons'>) {
  const { t } = useTranslation()
  const bySide = SIDES.map(side => ({ side, said: reasons.filter(reason => reason.side === side) })).filter(
    ({ said }) => said.length > 0,
  )
  return bySide.map(({ side, said }, index) => (
    <Fragment key={side}>
      {index > 0 && ' '}
      {bySide.length > 1 && (
        <>
          <KindMark kind={side} size={13} />{' '}
        </>
      )}
      {(bySide.length > 1 ? said.slice(0, 1) : said)
        .map(({ text }) => t('triage.quoted', { text }))
        .join(', ')}
    </Fragment>
  ))
}

/** The words that speak for it; one click says how sure it is and what each of them speaks for. */
function Why({ triage }: { readonly triage: TriageView }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { reasons, suggested, likeliest, confidence, lessons } = triage
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <button type="button" className={classes['why']} dir="auto" onClick={() => setOpen(!isOpen)}>
          {reasons.length === 0 ? (
            t('triage.why')
          ) : (
            <>
              <span className="for-readers">{t('triage.whyBefore')} </span>
              <Words reasons={reasons} />
            </>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes['card']}>
          {reasons.length === 0 ? (
            <p>{t('triage.noWords')}</p>
          ) : (
            <ul className={classes['words']}>
              {reasons.map(({ side, text }) => (
                <li key={`${side} ${text}`}>
                  <KindMark kind={side} size={13} />
                  <span dir="auto">{t('triage.quoted', { text })}</span>
                </li>
              ))}
            </ul>
          )}
          {suggested !== 'unsure' && <p>{t('triage.sure', { percent: percent(confidence) })}</p>}
          {suggested === 'unsure' && reasons.length > 0 && (
            <p>{t(`triage.mostLike.${likeliest}`, { percent: percent(confidence) })}</p>
          )}
          {lessons > 0 && <p>{t('triage.learnt', { count: lessons })}</p>}
          <SmallButton onClick={() => setOpen(false)}>{t('triage.close')}</SmallButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
