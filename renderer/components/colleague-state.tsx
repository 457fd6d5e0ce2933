import { useColleagueState } from '../data/use-colleague-state.ts'
import classes from './status-dot.module.css'
import { StatusDot } from './status-dot.tsx'

type ColleagueProps = { readonly agentId: string }

/** "Available", "On a call", "Offline" beside a colleague's name; nothing while nobody knows. */
export function ColleagueState({ agentId }: ColleagueProps) {
  const said = useColleagueState(agentId)
  if (said === null) return null
  return (
    <span className={classes['state']}>
      <StatusDot state={said.state} />
      {said.text}
    </span>
  )
}

/** The shape alone where there is no room for words, for whoever is not simply available. */
export function ColleagueMark({ agentId }: ColleagueProps) {
  const said = useColleagueState(agentId)
  if (said === null || said.state === 'available') return null
  return (
    <span className={classes['beside']}>
      <StatusDot state={said.state} />
    </span>
  )
}
