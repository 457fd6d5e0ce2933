import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PortraitView } from '../../../shared/contract/portrait.ts'
import { isSensitive } from '../../../shared/rules/portrait/marks.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Line, Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { StageFacts } from '../../components/stage-facts.tsx'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly, money } from '../../lib/format.ts'
import { consentText, reasonText } from '../../lib/portrait-words.ts'
import { openPortrait, toggleRevealed, useIsRevealed } from '../../stores/portrait-store.ts'
import type { PortraitForm } from '../../stores/portrait-store.ts'
import classes from './portrait.module.css'
import { WishLines } from './wish-lines.tsx'

type AboutProps = { readonly customerId: string; readonly portrait: PortraitView }

/** The whole of who a customer is: what the head of the card has no room for, each part changed from here. */
export function About({ customerId, portrait }: AboutProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const isRevealed = useIsRevealed(customerId)
  const open = (form: PortraitForm) => () => openPortrait(form, customerId)
  const add = (label: string, form: PortraitForm) => (
    <IconButton label={label} icon={<IconPlus />} onClick={open(form)} />
  )
  return (
    <div className={classes['about']}>
      <p>
        <bdi>{portrait.name}</bdi>
      </p>
      <Section title={t('portrait.pinned')} action={add(t('commands.pin.add'), { form: 'pin', pinId: null })}>
        <Pins
          portrait={portrait}
          isRevealed={isRevealed}
          onOpen={pinId => openPortrait({ form: 'pin', pinId }, customerId)}
        />
      </Section>
      {portrait.facts.trim() !== '' && (
        <Section title={t('customer.field.facts')}>
          {isSensitive(portrait.factsMarks) && !isRevealed ? (
            <Reveal customerId={customerId} />
          ) : (
            <p className={classes['facts']} dir="auto">
              {portrait.facts.trim()}
            </p>
          )}
          {portrait.factsMarks && <p>{consentText(portrait.factsMarks, nowMs)}</p>}
        </Section>
      )}
      <Section
        title={t('portrait.wishes')}
        action={add(t('commands.preference.add'), { form: 'preference', preferenceId: null })}
      >
        <WishLines customerId={customerId} preferences={portrait.preferences} />
      </Section>
      <Standing portrait={portrait} />
      <p>
        <SmallButton onClick={open({ form: 'stage' })}>{t('portrait.sayOther')}</SmallButton>{' '}
        <SmallButton onClick={open({ form: 'vip' })}>
          {t(portrait.said?.isVip === true ? 'portrait.whyVip' : 'portrait.markVip')}
        </SmallButton>
      </p>
    </div>
  )
}

function Reveal({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  return (
    <SmallButton data-keys={shortcutFor('preference.reveal')} onClick={() => toggleRevealed(customerId)}>
      {t('portrait.reveal')}
    </SmallButton>
  )
}

type PinsProps = {
  readonly portrait: PortraitView
  /** Sensitive lines are shown. */
  readonly isRevealed: boolean
  readonly onOpen: (pinId: string) => void
}

function Pins({ portrait, isRevealed, onOpen }: PinsProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  if (portrait.pins.length === 0) return <p>{t('portrait.noPins')}</p>
  return (
    <ul>
      {portrait.pins.map(({ id, text, tone, untilMs, marks }) => (
        <Line
          key={id}
          title={isSensitive(marks) && !isRevealed ? t('portrait.hiddenLine') : text}
          detail={[
            dynamicText(`portrait.tones.${tone}`),
            marks && consentText(marks, nowMs),
            untilMs === null ? null : t('portrait.pinUntil', { date: dateOnly(untilMs, nowMs) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          onOpen={isSensitive(marks) && !isRevealed ? undefined : () => onOpen(id)}
        />
      ))}
    </ul>
  )
}

/** Where they stand, how it goes and what they bought; what is not known is said, not guessed. */
function Standing({ portrait }: { readonly portrait: PortraitView }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { stage, health, value, said } = portrait
  const stageName = stage.stage === null ? t('portrait.noStage') : (dynamicText(`stage.${stage.stage}`) ?? '')
  return (
    <>
      <Section title={t('customer.stage')} detail={stageName}>
        <StageFacts portrait={portrait} nowMs={nowMs} />
      </Section>
      <Section
        title={t('customer.health')}
        detail={health ? t('portrait.outOf', { score: health.score }) : t('portrait.noData')}
      >
        {health ? (
          <>
            <p>{t('portrait.risk', { risk: t(`portrait.risks.${health.risk}`) })}</p>
            <ul className={classes['sum']}>
              {health.reasons.map(reason => (
                <li key={reason.signal}>
                  <span>{reason.points > 0 ? `+${reason.points}` : `−${-reason.points}`}</span>
                  <span>{reasonText(reason)}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t('portrait.noHealth')}</p>
        )}
      </Section>
      <Section
        title={t('customer.value')}
        detail={value ? t(`portrait.bands.${value.band}`) : t('portrait.noData')}
      >
        <p>
          {value
            ? t('portrait.bought', { amount: money(value.minor, value.currency), count: value.orders })
            : t('portrait.noValue')}
          {value !== null && value.others > 0 && ` ${t('portrait.otherCurrencies', { count: value.others })}`}
        </p>
        {said?.isVip === true && (
          <p dir="auto">
            <strong>{t('portrait.vip')}</strong> {said.vipReason}
          </p>
        )}
      </Section>
    </>
  )
}
