import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'

/** Everybody active but oneself, by name, for choosing one. */
export function useColleagues(): readonly { readonly value: string; readonly label: string }[] {
  const me = useAgent()
  const directory = useLiveValue('directory.get', {})
  return (directory?.agents ?? [])
    .filter(({ id, isActive }) => isActive && id !== me?.id)
    .map(({ id, name }) => ({ value: id, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}
