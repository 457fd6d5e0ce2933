import i18next from 'i18next'
import type { UndoAnswer, UndoRefusal } from '../../shared/contract/undo.ts'
import { desk } from '../desk.ts'
import { fieldName } from '../lib/field-name.ts'
import { focusOn } from '../lib/focus-targets.ts'
import { giveBack, writeIn, writingKey } from '../stores/composer-store.ts'
import { activeTicketId, openTicketInTab, tabsStore } from '../stores/tabs-store.ts'
import { forgetAct, lastAct, tellUndone } from '../stores/undo-store.ts'
import type { Act } from '../stores/undo-store.ts'
import { asAppError } from './live-queries.ts'
import { showFailure } from './toasts.ts'

/** Intents named in one call: a long undo goes in parts. */
const PART = 200

const none: UndoAnswer = { takenBack: 0, inverses: 0, refused: [], words: [] }

async function run(mutationIds: readonly string[]): Promise<UndoAnswer> {
  let all = none
  for (let to = mutationIds.length; to > 0; to -= PART) {
    const part = mutationIds.slice(Math.max(0, to - PART), to)
    const answer = await desk.call('undo.run', { mutationIds: part })
    all = {
      takenBack: all.takenBack + answer.takenBack,
      inverses: all.inverses + answer.inverses,
      refused: [...all.refused, ...answer.refused],
      words: [...all.words, ...answer.words],
    }
  }
  return all
}

/** Words that did not leave stand in the composer again, with receivers and files, and the ticket in front. */
function showWords({ words }: UndoAnswer): void {
  for (const { ticketId, mode, body, draftId, files, to, cc } of words)
    giveBack(writingKey(ticketId, mode), { draftId, words: body, files, to, cc })
  const [first] = words
  if (!first || words.length > 1) return
  if (activeTicketId(tabsStore.getState()) !== first.ticketId) openTicketInTab(first.ticketId)
  writeIn(first.mode)
  requestAnimationFrame(() => focusOn('composer'))
}

/** Which fields stay, and why, in one sentence per reason. */
function refusalText(refused: readonly UndoRefusal[]): string {
  const reasons = [...new Set(refused.map(({ reason }) => reason))]
  return reasons
    .map(reason => {
      const names = refused
        .filter(each => each.reason === reason)
        .flatMap(each => each.fields.map(({ field }) => fieldName(field)))
      const fields = [...new Set(names)].join(', ')
      return reason === 'changed-since' && fields !== ''
        ? i18next.t('undo.staysBecause', { fields })
        : i18next.t(`undo.reason.${reason}`)
    })
    .join(' ')
}

function tell({ takenBack, inverses, refused }: UndoAnswer): void {
  if (refused.length === 0) return tellUndone(i18next.t('undo.done'), false)
  const some = takenBack + inverses > 0
  const intro = refused.length > 1 ? `${i18next.t('undo.refusedCount', { count: refused.length })} ` : ''
  const text = `${some ? `${i18next.t('undo.doneButFor')} ` : ''}${intro}${refusalText(refused)}`
  tellUndone(text, true)
}

/** Undoes intents by id, the last first, and says what could not be undone. False: it could not even be asked. */
export async function undoIntents(mutationIds: readonly string[]): Promise<boolean> {
  try {
    const answer = await run(mutationIds)
    showWords(answer)
    tell(answer)
    return true
  } catch (error) {
    showFailure(asAppError(error))
    return false
  }
}

/** Undoes one act; it is forgotten first, so that a second press takes the one before it. */
export async function undoThisAct(act: Act): Promise<void> {
  forgetAct(act.id)
  await undoIntents(act.mutationIds)
}

export async function undoLastAct(): Promise<void> {
  const act = lastAct()
  if (act) await undoThisAct(act)
}
