import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardAgent, WholeBoard } from '../../../shared/protocol/board.ts'
import { balanceOf } from '../../../shared/rules/rebalance.ts'
import { Avatar } from '../../components/avatar.tsx'
import { Chip } from '../../components/chip.tsx'
import { useNow } from '../../lib/clock.ts'
import { count, fullMoment, moment } from '../../lib/format.ts'
import type { AgentSort } from '../../stores/board-store.ts'
import { boardStore, openSheet, useBoardStore } from '../../stores/board-store.ts'
import { carriedBy, loadsOf, openOf, sortAgents } from './board-facts.ts'
import { Panel } from './panel.tsx'
import classes from './supervisor.module.css'
import { useDirectory } from './use-directory.ts'
import { stateWords } from './words.ts'

type BoardProps = { readonly board: WholeBoard }

/** Region "Agents": who is there, what they carry, and what of theirs has not arrived. */
export function Agents({ board }: BoardProps) {
  const { t } = useTranslation()
  const sort = useBoardStore(state => state.sort)
  const { agentName } = useDirectory()
  const agents = sortAgents(board.agents, sort, agentName)
  return (
    <Panel
      title={t('landmarks.agents')}
      lead={<span className={classes['quiet']}>{count(agents.length)}</span>}
      aside={t(`supervisor.sortedBy.${sort}`)}
    >
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <SortHead sort="name" label={t('supervisor.agent')} />
              <th scope="col">{t('supervisor.state')}</th>
              <SortHead sort="open" label={t('supervisor.open')} isNumber />
              <SortHead sort="unsent" label={t('supervisor.unsent')} isNumber />
              <SortHead sort="synced" label={t('supervisor.lastSynced')} isNumber />
            </tr>
          </thead>
          <tbody>
            {agents.map(agent => (
              <AgentRow key={agent.agentId} agent={agent} name={agentName(agent.agentId)} />
            ))}
          </tbody>
        </table>
      </div>
      <Balance board={board} />
    </Panel>
  )
}

type SortHeadProps = { readonly sort: AgentSort; readonly label: string; readonly isNumber?: boolean }

function SortHead({ sort, label, isNumber = false }: SortHeadProps) {
  const isSorted = useBoardStore(state => state.sort === sort)
  return (
    <th
      scope="col"
      className={isNumber ? classes['number'] : undefined}
      aria-sort={isSorted ? (sort === 'name' || sort === 'synced' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" className={classes['sort']} onClick={() => boardStore.setState({ sort })}>
        {label}
      </button>
    </th>
  )
}

function AgentRow({ agent, name }: { readonly agent: BoardAgent; readonly name: string }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const kind = useBoardStore(state => state.kind)
  const { text, tone } = stateWords(agent)
  const { unsent, lastSyncedAtMs, lastActivityAtMs } = agent
  const open = openOf(agent, kind)
  return (
    <tr className={classes['row']}>
      <th scope="row">
        <span className={classes['lead']}>
          <Avatar name={name} size={24} />
          <button
            type="button"
            className={classes['cover']}
            dir="auto"
            title={lastActivityAtMs === null ? undefined : fullMoment(lastActivityAtMs)}
            onClick={() =>
              openSheet({
                type: 'tickets',
                title: name,
                filter: { by: 'agent', agentId: agent.agentId },
                of: openOf(agent, 'both'),
              })
            }
          >
            {name}
          </button>
        </span>
      </th>
      <td>
        <span className={classes['state']} data-tone={tone}>
          {text}
        </span>
      </td>
      <td className={classes['number']} data-over={openOf(agent, 'both') > carriedBy(agent) || undefined}>
        {count(open)}
        <span className={classes['room']} title={t('supervisor.carries', { count: carriedBy(agent) })}>
          /{count(carriedBy(agent))}
        </span>
      </td>
      <td className={classes['number']}>
        <Unsent unsent={unsent} isSilent={agent.state === 'not-seen'} />
      </td>
      <td className={classes['number']}>
        <span className={classes['quiet']}>
          {lastSyncedAtMs === null ? '–' : moment(lastSyncedAtMs, nowMs)}
        </span>
      </td>
    </tr>
  )
}

/** What a silent laptop said last may have grown since: then the number carries a question mark. */
function Unsent({ unsent, isSilent }: { readonly unsent: number | null; readonly isSilent: boolean }) {
  const { t } = useTranslation()
  if (unsent === null)
    return (
      <span className={classes['quiet']} title={t('supervisor.neverReported')}>
        –
      </span>
    )
  if (unsent === 0) return count(0)
  return (
    <Chip tone={isSilent ? 'bad' : 'warning'} title={isSilent ? t('supervisor.atLeast') : undefined}>
      {isSilent ? `${count(unsent)}?` : count(unsent)}
    </Chip>
  )
}

function Balance({ board }: BoardProps) {
  const { t } = useTranslation()
  const directory = useDirectory()
  const { over, free, movable } = balanceOf(loadsOf(board, directory.agents))
  if (over.length === 0) return null
  return (
    <p className={classes['balance']}>
      <IconArrowsExchange size={15} aria-hidden />
      <span>
        {t('supervisor.over', { count: over.length })}, {t('supervisor.withRoom', { count: free.length })}
        {movable > 0 && ': '}
        {movable > 0 && (
          <button type="button" className={classes['link']} onClick={() => openSheet({ type: 'rebalance' })}>
            {t('supervisor.rebalance', { count: movable })}
          </button>
        )}
      </span>
    </p>
  )
}
