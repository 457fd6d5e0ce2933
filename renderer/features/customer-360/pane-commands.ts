import type { CommandId } from '../../../shared/contract/commands.ts'
import type { Pane } from '../../stores/ui-store.ts'

/** What can be begun from a pane, in the order of its menu. Each is a command, so the palette and keys have it too. */
export const PANE_COMMANDS: Readonly<Record<Pane, readonly CommandId[]>> = {
  service: [
    'case.return',
    'case.dispute',
    'case.goodwill',
    'case.complaint',
    'case.need',
    'catalogue.open',
    'duty.add',
    'portrait.open',
    'pin.add',
    'preference.add',
    'plan.start',
    'survey.ask',
    'survey.answer',
    'feedback.add',
    'experience.recover',
    'relationship.waive',
    'ticket.handOver',
  ],
  support: [
    'impact.start',
    'ticket.linkIssue',
    'issue.new',
    'ticket.escalate',
    'cause.record',
    'diagnosis.edit',
    'details.ask',
    'tried.add',
    'asked.add',
    'guide.start',
    'remote.start',
    'diagnosis.restate',
    'playbook.find',
    'thread.restored',
    'feedback.add',
    'ticket.handOver',
  ],
}
