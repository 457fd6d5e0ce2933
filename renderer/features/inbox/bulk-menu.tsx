import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PRIORITIES } from '../../../shared/domain/values.ts'
import type { TicketAction } from '../../../shared/rules/ticket-actions.ts'
import { TICKET_KINDS } from '../../../shared/rules/work-kind.ts'
import { ColleagueState } from '../../components/colleague-state.tsx'
import { runBulk } from '../../data/run-bulk.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { describeAction } from '../../lib/describe-action.ts'
import { inHours, nextMonday, nextWeek, tomorrowMorning } from '../../lib/moments.ts'
import { chooseIssueFor } from '../../stores/issue-store.ts'
import { askLease, openDialog } from '../../stores/ui-store.ts'

type Run = (action: TicketAction) => void

/** Every field that can be changed for all picked tickets at once. */
export function BulkMenu({ ticketIds }: { readonly ticketIds: readonly string[] }) {
  const { t } = useTranslation()
  const run: Run = action =>
    void runBulk({ ticketIds, actions: [action], description: describeAction(action) })
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} />}>{t('inbox.change')}</Button>
      </Menu.Target>
      <Menu.Dropdown style={{ minWidth: 190 }}>
        <Menu.Item onClick={() => run({ type: 'assign', to: 'me' })}>{t('commands.thread.take')}</Menu.Item>
        <States run={run} />
        <Owners run={run} />
        <Priorities run={run} />
        <Snoozes run={run} />
        <Kinds run={run} />
        <Menu.Item onClick={() => askLease(ticketIds)}>{t('commands.ticket.lease')}</Menu.Item>
        <Menu.Item onClick={() => chooseIssueFor(ticketIds)}>{t('knownIssues.linkMany')}</Menu.Item>
        <Menu.Item onClick={() => openDialog('bulk-tags')}>{t('inbox.changeTags')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => openDialog('macro')}>{t('commands.macro.open')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function Sub({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Menu.Sub position="right-end">
      <Menu.Sub.Target>
        <Menu.Sub.Item>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown style={{ maxHeight: 340, overflowY: 'auto' }}>{children}</Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

function States({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  return (
    <Sub label={t('columns.state')}>
      {(['open', 'pending', 'solved'] as const).map(state => (
        <Menu.Item key={state} onClick={() => run({ type: 'state', state })}>
          {t(`state.${state}`)}
        </Menu.Item>
      ))}
    </Sub>
  )
}

function Owners({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  return (
    <>
      <Sub label={t('columns.owner')}>
        <Menu.Item onClick={() => run({ type: 'assign', to: null })}>{t('ticket.nobody')}</Menu.Item>
        {(directory?.agents ?? [])
          .filter(agent => agent.isActive)
          .map(agent => (
            <Menu.Item
              key={agent.id}
              onClick={() => run({ type: 'assign', to: agent.id })}
              rightSection={<ColleagueState agentId={agent.id} />}
            >
              <span dir="auto">{agent.name}</span>
            </Menu.Item>
          ))}
      </Sub>
      <Sub label={t('field.teamId')}>
        {(directory?.teams ?? []).map(team => (
          <Menu.Item key={team.id} onClick={() => run({ type: 'team', teamId: team.id })}>
            {team.name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => run({ type: 'team', teamId: null })}>{t('inbox.noTeam')}</Menu.Item>
      </Sub>
    </>
  )
}

function Priorities({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  return (
    <Sub label={t('columns.priority')}>
      {PRIORITIES.map(priority => (
        <Menu.Item key={priority} onClick={() => run({ type: 'priority', priority })}>
          {t(`priority.${priority}`)}
        </Menu.Item>
      ))}
    </Sub>
  )
}

function Snoozes({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  const presets = [
    [t('when.inAnHour'), (nowMs: number) => inHours(nowMs, 1)],
    [t('when.tomorrow'), tomorrowMorning],
    [t('when.monday'), nextMonday],
    [t('when.nextWeek'), nextWeek],
  ] as const
  return (
    <Sub label={t('commands.thread.snooze')}>
      {presets.map(([name, at]) => (
        <Menu.Item key={name} onClick={() => run({ type: 'snooze', until: { atMs: at(now()) } })}>
          {name}
        </Menu.Item>
      ))}
    </Sub>
  )
}

function Kinds({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  return (
    <Sub label={t('field.kind')}>
      {TICKET_KINDS.map(kind => (
        <Menu.Item key={kind} onClick={() => run({ type: 'kind', kind })}>
          {t(`kindFilter.${kind}`)}
        </Menu.Item>
      ))}
    </Sub>
  )
}
