import { useTranslation } from 'react-i18next'
import type { Promoter } from '../../../shared/rules/growth/promoter.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line, Section } from '../../components/section.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import type { InFront } from '../../data/front-customer.ts'
import { askFavour, dropFavour } from '../../data/growth-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { OpportunityLine } from './opportunity-line.tsx'

const SHOWN = 4

/** What may come next with this customer, as far as it is open; and a promoter to be asked for a word about us. */
export function Opportunities({ customerId, ticketId }: InFront) {
  const { t } = useTranslation()
  const found = useLiveValue('opportunities.ofCustomer', { customerId })
  if (!found || (found.open.length === 0 && found.favour === null)) return null
  const { open, favour, silence } = found
  return (
    <Section title={t('growth.title')} detail={open.length > 0 ? open.length : undefined}>
      <ul>
        {favour && <FavourLine promoter={favour} who={{ customerId, ticketId }} />}
        {open.slice(0, SHOWN).map(opportunity => (
          <OpportunityLine
            key={opportunity.id}
            opportunity={opportunity}
            silence={silence}
            who={{ customerId, ticketId }}
          />
        ))}
      </ul>
    </Section>
  )
}

type FavourLineProps = { readonly promoter: Promoter; readonly who: InFront }

function FavourLine({ promoter, who }: FavourLineProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const title = t('growth.favour.title')
  return (
    <Line
      title={title}
      detail={t('growth.favour.because', {
        score: promoter.score,
        date: dateOnly(promoter.atMs, nowMs),
      })}
      aside={
        // Beside the button: what shows over the end of a line would lie on it.
        <>
          <SmallButton onClick={() => void askFavour(who, 'referral')}>{t('growth.favour.ask')}</SmallButton>
          <LineMenu
            what={title}
            actions={[
              { label: t('growth.favour.testimonial'), run: () => void askFavour(who, 'testimonial') },
              { label: t('growth.favour.notNow'), run: () => void dropFavour(who) },
            ]}
          />
        </>
      }
    />
  )
}
