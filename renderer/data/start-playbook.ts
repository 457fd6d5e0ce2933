import i18next from 'i18next'
import { playbookFor } from '../../shared/rules/guides/playbook-for.ts'
import type { LifeTag } from '../../shared/rules/guides/playbook-for.ts'
import { desk } from '../desk.ts'
import { startGuide } from './diagnosis-intents.ts'
import { asAppError } from './live-queries.ts'
import { showFailure, showNotice } from './toasts.ts'

type Place = { readonly ticketId: string; readonly productName: string | null }

/** Begins the playbook for a moment in the life of a thing; says so where nobody has written one. */
export async function startPlaybook(tag: LifeTag, { ticketId, productName }: Place): Promise<void> {
  try {
    const guide = playbookFor(await desk.call('guides.list', {}), tag, productName)
    if (guide) await startGuide(ticketId, guide.id)
    else showNotice(i18next.t('guides.noPlaybook', { tag }))
  } catch (error) {
    showFailure(asAppError(error))
  }
}
