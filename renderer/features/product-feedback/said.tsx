import { useTranslation } from 'react-i18next'
import { FEEDBACK_STATES } from '../../../shared/domain/feedback.ts'
import type { DigestEntry } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import { Line } from '../../components/section.tsx'
import { act } from '../../data/use-action.ts'
import { useNow } from '../../lib/clock.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { dateOnly } from '../../lib/format.ts'
import { openCustomer, openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from '../../components/report.module.css'

const SHOWN = 100

/** What customers said of one wish, word for word; each opens where it was said. */
export function Said({ entry }: { readonly entry: DigestEntry }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const open = (ticketId: string | null, customerId: string): void => {
    closeDialog()
    if (ticketId === null) openCustomer(customerId)
    else openTicketInTab(ticketId)
  }
  return (
    <section aria-label={entry.area} className={classes['opened']}>
      <h3 className={classes['label']} dir="auto">
        {[entry.productName, entry.area].filter(Boolean).join(' · ')}
      </h3>
      <ul className={classes['list']}>
        {entry.items.slice(0, SHOWN).map(({ id, text, watched, ticketId, customerId, state, atMs }) => (
          <Line
            key={id}
            title={text.trim() || t('ticket.noSubject')}
            detail={[
              dateOnly(atMs, nowMs),
              dynamicText(`relation.feedbackState.${state}`),
              watched === null ? null : t('productFeedback.while', { watched }),
            ]
              .filter(Boolean)
              .join(' · ')}
            onOpen={() => open(ticketId, customerId)}
            quiet={
              <LineMenu
                what={entry.area}
                actions={FEEDBACK_STATES.map(next =>
                  next === state
                    ? null
                    : {
                        label: t(`productFeedback.to.${next}`),
                        run: () =>
                          void act('feedback.setState', { feedbackId: id, state: next, seen: state }),
                      },
                )}
              />
            }
          />
        ))}
      </ul>
    </section>
  )
}
