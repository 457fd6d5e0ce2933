import { AtRiskList } from '../../components/at-risk/at-risk-list.tsx'
import { act } from '../../data/use-action.ts'

/** Who is likely to leave; a name opens their newest ticket in the console. */
export const AtRiskSheet = () => (
  <AtRiskList
    onOpen={({ ticketId }) => {
      if (ticketId !== null) void act('supervisor.openTicket', { ticketId })
    }}
  />
)
