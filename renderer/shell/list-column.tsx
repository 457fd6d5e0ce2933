import { Guard } from '../components/guard.tsx'
import { Inbox } from '../features/inbox/inbox.tsx'
import { ProposalsBlock } from '../features/proposals/list-block.tsx'
import { FirstStepsLine } from '../features/training/first-steps-line.tsx'
import { Search } from '../features/search/search.tsx'
import { useUi } from '../stores/ui-store.ts'

export function ListColumn() {
  const isSearching = useUi(
    ({ search }) => search.isOpen && (search.text.trim() !== '' || search.scope !== 'all'),
  )
  return (
    <Guard part="list">
      <Inbox
        search={<Search />}
        isSearching={isSearching}
        first={<ProposalsBlock />}
        foot={<FirstStepsLine />}
      />
    </Guard>
  )
}
