import { useTranslation } from 'react-i18next'
import { shortName } from '../lib/short-name.ts'
import { useAgent } from '../stores/session-store.ts'
import { useLiveValue } from './use-live-query.ts'

/** Names people by their id as one speaks of them; "you" for oneself, null for nobody known. */
export function useAgentName(): (agentId: string | null) => string | null {
  const { t } = useTranslation()
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  return agentId => {
    if (agentId === null) return null
    if (agentId === me?.id) return t('ticket.youLower')
    const name = directory?.agents.find(({ id }) => id === agentId)?.name
    return name === undefined ? null : shortName(name)
  }
}
