import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpportunityLine as OpportunityRow } from '../../../shared/contract/growth.ts'
import type { Silence } from '../../../shared/rules/experience/silence.ts'
import { isEnded, mayPassOn, nextStates } from '../../../shared/rules/growth/passing-on.ts'
import { Chip } from '../../components/chip.tsx'
import type { Tone } from '../../components/chip.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import type { InFront } from '../../data/front-customer.ts'
import { languageOf, moveOpportunity, setConsent, takeBack, wayNow } from '../../data/growth-intents.ts'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { customerText } from '../../lib/customer-text.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { EditForm } from './edit-form.tsx'
import { opportunityTitle, receiverText, standingText, worthText } from './opportunity-words.ts'
import { PassOnForm } from './pass-on-form.tsx'

type OpportunityLineProps = {
  readonly opportunity: OpportunityRow
  /** Why nobody is asked for anything now. */
  readonly silence: Silence | null
  readonly who: InFront
}

const tones: Readonly<Record<string, Tone>> = { accepted: 'good', won: 'good' }

/** One opportunity: what it is, whether they agree, whose it is; passed on from here with their consent only. */
export function OpportunityLine({ opportunity, silence, who }: OpportunityLineProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState<'pass-on' | 'edit' | null>(null)
  const close = (): void => setForm(null)
  const actions = useActions(opportunity, { silence, who, edit: () => setForm('edit') })
  const isPassing = form === 'pass-on'
  const directory = useLiveValue('directory.get', {})
  const { state, note } = opportunity
  const title = opportunityTitle(opportunity)
  const canPass = mayPassOn(opportunity)
  const detail = [
    note,
    worthText(opportunity),
    receiverText(opportunity, directory),
    canPass ? null : standingText(opportunity, silence),
  ]
  const menu = <LineMenu what={title} actions={actions} />
  return (
    <>
      <Line
        title={title}
        detail={detail.filter(Boolean).join(' · ')}
        aside={
          canPass ? (
            // Beside the button: what shows over the end of a line would lie on it.
            <>
              <SmallButton aria-expanded={isPassing} onClick={() => setForm(isPassing ? null : 'pass-on')}>
                {t('growth.passOn')}
              </SmallButton>
              {menu}
            </>
          ) : (
            state !== 'noted' && (
              <Chip tone={tones[state] ?? 'plain'}>{dynamicText(`growth.state.${state}`) ?? state}</Chip>
            )
          )
        }
        quiet={canPass ? undefined : menu}
      />
      {isPassing && canPass && (
        <li>
          <PassOnForm opportunity={opportunity} silence={silence} onDone={close} />
        </li>
      )}
      {form === 'edit' && (
        <li>
          <EditForm opportunity={opportunity} who={who} onDone={close} />
        </li>
      )}
    </>
  )
}

/** The note is for colleagues: the customer reads of the product, or of nothing they have not said themselves. */
const consentQuestion = ({ productName }: OpportunityRow, language: string | null): string =>
  productName === null
    ? customerText(language, 'growth.consentQuestion')
    : customerText(language, 'growth.consentAbout', { what: productName })

type Ways = {
  readonly silence: Silence | null
  readonly who: InFront
  readonly edit: () => void
}

function useActions(
  opportunity: OpportunityRow,
  { silence, who, edit }: Ways,
): readonly (LineAction | null)[] {
  const { t } = useTranslation()
  const { state, consent, sentAtMs } = opportunity
  const isNoted = state === 'noted'
  const way = dynamicText(`consentWay.${wayNow()}`) ?? ''
  const question = (): void => insertWords(consentQuestion(opportunity, languageOf(who)))
  return [
    isEnded(opportunity) ? null : { label: t('growth.edit'), run: edit },
    isNoted && consent === 'not-asked' && silence === null && canInsert()
      ? { label: t('growth.askConsent'), run: question }
      : null,
    isNoted && consent !== 'given'
      ? { label: t('growth.agreed', { way }), run: () => void setConsent(opportunity, 'given') }
      : null,
    consent !== 'refused' && sentAtMs === null
      ? { label: t('growth.refused', { way }), run: () => void setConsent(opportunity, 'refused') }
      : null,
    state === 'passed-on' && sentAtMs === null
      ? { label: t('growth.takeBack'), run: () => void takeBack(opportunity) }
      : null,
    ...nextStates(opportunity).map(next => ({
      label: t(`growth.move.${next}`),
      run: () => void moveOpportunity(opportunity, next),
    })),
  ]
}
