import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../../shared/domain/values.ts'
import type { TicketAction } from '../../../../shared/rules/ticket-actions.ts'
import { TICKET_KINDS } from '../../../../shared/rules/work-kind.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { span } from '../../../lib/format.ts'

/** Steps whose words are written after they were chosen. */
export const WRITTEN_STEPS = ['tag', 'untag', 'note', 'followUp'] as const
export type WrittenStep = (typeof WRITTEN_STEPS)[number]

const HOUR_MS = 3_600_000
const SNOOZES = [4, 24, 72, 168]

type StepChoicesProps = {
  readonly onAdd: (action: TicketAction) => void
  readonly onWrite: (what: WrittenStep) => void
}

/** Everything a canned reply can do with a ticket. */
export function StepChoices({ onAdd, onWrite }: StepChoicesProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const item = (key: string, label: string, action: TicketAction): ReactNode => (
    <Menu.Item key={key} onClick={() => onAdd(action)}>
      <span dir="auto">{label}</span>
    </Menu.Item>
  )
  return (
    <>
      {item('me', t('commands.thread.take'), { type: 'assign', to: 'me' })}
      <Sub label={t('columns.state')}>
        {(['open', 'pending', 'solved'] as const).map(state =>
          item(state, t(`state.${state}`), { type: 'state', state }),
        )}
      </Sub>
      <Sub label={t('field.teamId')}>
        {(directory?.teams ?? []).map(({ id, name }) => item(id, name, { type: 'team', teamId: id }))}
      </Sub>
      <Sub label={t('columns.priority')}>
        {PRIORITIES.map(priority =>
          item(priority, t(`priority.${priority}`), { type: 'priority', priority }),
        )}
      </Sub>
      <Sub label={t('answers.stepKind')}>
        {TICKET_KINDS.map(kind => item(kind, t(`kind.${kind}`), { type: 'kind', kind }))}
      </Sub>
      <Sub label={t('answers.stepSnoozeFor')}>
        {SNOOZES.map(hours =>
          item(String(hours), span(hours * HOUR_MS), { type: 'snooze', until: { inMinutes: hours * 60 } }),
        )}
      </Sub>
      <Menu.Divider />
      {WRITTEN_STEPS.map(what => (
        <Menu.Item key={what} onClick={() => onWrite(what)}>
          {t(`answers.step.${what}`)}
        </Menu.Item>
      ))}
    </>
  )
}

function Sub({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Menu.Sub position="right-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown style={{ maxHeight: 340, overflowY: 'auto' }}>{children}</Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}
