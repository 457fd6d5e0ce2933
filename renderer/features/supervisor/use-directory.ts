import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Agent, Team } from '../../../shared/domain/people.ts'
import { useLiveValue } from '../../data/use-live-query.ts'

/** Names for the ids of the board, from this laptop's own tables. */
export type Directory = {
  readonly agents: readonly Agent[]
  readonly teams: readonly Team[]
  /** Names of the teams an agent is in. */
  readonly teamsOf: (agentId: string) => readonly string[]
  readonly agentName: (id: string | null) => string
  readonly teamName: (id: string | null) => string
  readonly issueCode: (id: string | null) => string
}

export function useDirectory(): Directory {
  const { t } = useTranslation()
  const found = useLiveValue('directory.get', {})
  const issues = useLiveValue('board.issues', {})
  return useMemo(() => {
    const { agents = [], teams = [] } = found ?? {}
    const agentNames = new Map(agents.map(({ id, name }) => [id, name]))
    const teamIds = new Map(agents.map(agent => [agent.id, agent.teamIds]))
    const teamNames = new Map(teams.map(({ id, name }) => [id, name]))
    const codes = new Map(issues?.map(({ id, code, title }) => [id, `${code} ${title}`]))
    return {
      agents,
      teams,
      teamsOf: agentId => (teamIds.get(agentId) ?? []).flatMap(id => teamNames.get(id) ?? []),
      agentName: id => agentNames.get(id ?? '') ?? t('supervisor.somebody'),
      teamName: id =>
        id === null ? t('supervisor.noTeam') : (teamNames.get(id) ?? t('supervisor.unknownTeam')),
      issueCode: id => codes.get(id ?? '') ?? t('supervisor.anIssue'),
    }
  }, [found, issues, t])
}
