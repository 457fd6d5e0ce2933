import { AtRiskList } from '../../components/at-risk/at-risk-list.tsx'
import { act } from '../../data/use-action.ts'

/** Who is likely to leave; a name opens their newest ticket in the console. */
export const AtRiskSheet = () => (
  <AtRiskList
    opens={({ ticketId }) =>
      ticketId === null ? null : () => void act('supervisor.openTicket', { ticketId })
    }
  />
)
