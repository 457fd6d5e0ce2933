import type { CommandId } from '../../../shared/contract/commands.ts'

/** Where each first step is taken; steps of the team's own have no command. */
export const STEP_COMMANDS: Readonly<Record<string, CommandId>> = {
  view: 'view.myTeams',
  palette: 'commands.open',
  status: 'status.available',
  reply: 'reply.write',
  note: 'note.write',
  offline: 'ticket.lease',
  guide: 'guide.start',
  practice: 'practice.open',
  stories: 'stories.open',
}
