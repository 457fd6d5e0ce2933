import { Menu, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Team } from '../../../shared/domain/people.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { ColleagueState } from '../../components/colleague-state.tsx'
import { FieldMenu } from '../../components/field-menu.tsx'
import { Keys } from '../../components/keys.tsx'
import { LedgerLines } from '../../components/ledger-lines.tsx'
import { assignOrHandOver, moveOrHandOver } from '../../data/hand-over-first.ts'
import { assignThread, takeThread } from '../../data/thread-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { HandOverItem } from './hand-over-item.tsx'

const MOST = 8

/** Who has the thread: me, a colleague, a team, nobody. */
export function AssignMenu({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  const [text, setText] = useState('')
  const fits = (name: string): boolean => name.toLowerCase().includes(text.trim().toLowerCase())
  const agents = (directory?.agents ?? []).filter(
    agent => agent.isActive && agent.id !== me?.id && fits(agent.name),
  )
  const teams = (directory?.teams ?? []).filter(team => fits(team.name))
  const field = (
    <TextInput
      data-autofocus
      aria-label={t('ticket.findOwner')}
      placeholder={t('ticket.findOwner')}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      mb={4}
    />
  )
  return (
    <FieldMenu
      label={t('ticket.colleagues')}
      field={field}
      below={<LedgerLines ticketId={thread.ticketId} />}
    >
      {me && thread.assigneeId !== me.id && (
        <Menu.Item
          onClick={() => void takeThread(thread, me.id)}
          leftSection={check(false)}
          rightSection={<Keys shortcut={shortcutFor('thread.take') ?? ''} />}
        >
          {t('ticket.takeIt')}
        </Menu.Item>
      )}
      {thread.assigneeId !== null && (
        <Menu.Item onClick={() => void assignThread(thread, null)} leftSection={check(false)}>
          {t('ticket.giveBack')}
        </Menu.Item>
      )}
      {agents.length > 0 && <Menu.Label>{t('ticket.colleagues')}</Menu.Label>}
      {agents.slice(0, MOST).map(agent => (
        <Menu.Item
          key={agent.id}
          onClick={() => assignOrHandOver(thread, agent, directory?.teams ?? [])}
          leftSection={check(agent.id === thread.assigneeId)}
          rightSection={<ColleagueState agentId={agent.id} />}
        >
          <span dir="auto">{agent.name}</span>
        </Menu.Item>
      ))}
      <Teams thread={thread} teams={teams} />
      <HandOverItem />
    </FieldMenu>
  )
}

const check = (isOn: boolean) => (isOn ? <IconCheck size={14} /> : <span style={{ width: 14 }} />)

function Teams({ thread, teams }: { readonly thread: Thread; readonly teams: readonly Team[] }) {
  const { t } = useTranslation()
  return (
    <>
      {teams.length > 0 && <Menu.Label>{t('ticket.teams')}</Menu.Label>}
      {teams.slice(0, MOST).map(team => (
        <Menu.Item
          key={team.id}
          onClick={() => moveOrHandOver(thread, team)}
          leftSection={check(team.id === thread.teamId)}
        >
          {team.name}
        </Menu.Item>
      ))}
    </>
  )
}
