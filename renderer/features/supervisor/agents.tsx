import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BoardAgent, WholeBoard } from '../../../shared/protocol/board.ts'
import { balanceOf } from '../../../shared/rules/rebalance.ts'
import { Avatar } from '../../components/avatar.tsx'
import { Chip } from '../../components/chip.tsx'
import { useNow } from '../../lib/clock.ts'
import { ago, count, fullMoment, moment } from '../../lib/format.ts'
import type { AgentSort } from '../../stores/board-store.ts'
import { boardStore, openSheet, useBoardStore } from '../../stores/board-store.ts'
import { carriedBy, loadsOf, openOf, sortAgents } from './board-facts.ts'
import { MOST_ROOMY_ROWS, Panel } from './panel.tsx'
import classes from './supervisor.module.css'
import { useDirectory } from './use-directory.ts'
import { stateWords } from './words.ts'

type BoardProps = { readonly board: WholeBoard }

/** Region "Agents": who is there, what they carry, and what of theirs has not arrived. */
export function Agents({ board }: BoardProps) {
  const { t } = useTranslation()
  const sort = useBoardStore(state => state.sort)
  const { agentName, teamsOf } = useDirectory()
  const agents = sortAgents(board.agents, sort, agentName)
  return (
    <Panel
      title={t('landmarks.agents')}
      lead={<span className={classes['quiet']}>{count(agents.length)}</span>}
      aside={t(`supervisor.sortedBy.${sort}`)}
    >
      <div className={classes['scroll']}>
        <table className={classes['table']} data-few={agents.length <= MOST_ROOMY_ROWS || undefined}>
          <thead>
            <tr>
              <SortHead sort="name" label={t('supervisor.agent')} />
              <th scope="col">{t('supervisor.state')}</th>
              <th scope="col" className={classes['number']}>
                {t('supervisor.active')}
              </th>
              <SortHead sort="open" label={t('supervisor.open')} isNumber />
              <SortHead sort="unsent" label={t('supervisor.unsent')} isNumber />
              <SortHead sort="synced" label={t('supervisor.lastSynced')} isNumber />
            </tr>
          </thead>
          <tbody>
            {agents.map(agent => (
              <AgentRow
                key={agent.agentId}
                agent={agent}
                name={agentName(agent.agentId)}
                teams={teamsOf(agent.agentId)}
              />
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

type AgentRowProps = {
  readonly agent: BoardAgent
  readonly name: string
  /** Names of the teams they are in. */
  readonly teams: readonly string[]
}

function AgentRow({ agent, name, teams }: AgentRowProps) {
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
          <span className={classes['names']}>
            <button
              type="button"
              className={classes['cover']}
              dir="auto"
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
            {teams.length > 0 && <span className={classes['second']}>{teams.join(' · ')}</span>}
          </span>
        </span>
      </th>
      <td>
        <span className={classes['state']} data-tone={tone}>
          {text}
        </span>
      </td>
      <td className={classes['number']}>
        <LastActive atMs={lastActivityAtMs} />
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

/** How long ago they last did something: a reply, a note, a change. */
function LastActive({ atMs }: { readonly atMs: number | null }) {
  const nowMs = useNow()
  return (
    <span className={classes['quiet']} title={atMs === null ? undefined : fullMoment(atMs)}>
      {atMs === null ? '–' : ago(atMs, nowMs)}
    </span>
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
