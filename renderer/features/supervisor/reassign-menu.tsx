import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardFilter } from '../../../shared/contract/floor.ts'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { useIsAway } from '../../stores/sync-store.ts'
import { openOf } from './board-facts.ts'
import classes from './sheets.module.css'
import { useDirectory } from './use-directory.ts'
import { stateWords } from './words.ts'

type ReassignMenuProps = {
  readonly board: WholeBoard
  readonly filter: BoardFilter
  readonly isDisabled: boolean
  readonly onChoose: (agentId: string | null) => Promise<void>
}

/** Who could take it: members of the team first, those with the least on their desk before the others. */
export function ReassignMenu({ board, filter, isDisabled, onChoose }: ReassignMenuProps) {
  const { t } = useTranslation()
  const isAway = useIsAway()
  const directory = useDirectory()
  const teamId = filter.by === 'queue' ? filter.teamId : null
  const isMember = (agentId: string): boolean =>
    teamId !== null && (directory.agents.find(({ id }) => id === agentId)?.teamIds.includes(teamId) ?? false)
  const people = board.agents.toSorted(
    (a, b) =>
      Number(isMember(b.agentId)) - Number(isMember(a.agentId)) || openOf(a, 'both') - openOf(b, 'both'),
  )
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button disabled={isDisabled} rightSection={<IconChevronDown size={14} />}>
          {t('supervisor.reassign')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {isAway && <Menu.Label>{t('supervisor.reassignOffline')}</Menu.Label>}
        {people.map(agent => (
          <Menu.Item
            key={agent.agentId}
            onClick={() => void onChoose(agent.agentId)}
            rightSection={
              <span className={classes['facts']}>
                {stateWords(agent).text} · {t('supervisor.openCount', { count: openOf(agent, 'both') })}
              </span>
            }
          >
            <span dir="auto">{directory.agentName(agent.agentId)}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void onChoose(null)}>{t('supervisor.toNobody')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
