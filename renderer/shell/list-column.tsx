import { memo } from 'react'
import { Guard } from '../components/guard.tsx'
import { Inbox } from '../features/inbox/inbox.tsx'
import { ProposalsBlock } from '../features/proposals/list-block.tsx'
import { FirstStepsLine } from '../features/training/first-steps-line.tsx'
import { Search } from '../features/search/search.tsx'
import { useOwnKeys } from '../stores/settings-store.ts'
import { useUi } from '../stores/ui-store.ts'

/** Not painted anew with the columns, only for new keys: it has nothing of theirs. */
export const ListColumn = memo(function ListColumn() {
  useOwnKeys()
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
})
