import { Menu } from '@mantine/core'
import type { CommandId } from '../../shared/contract/commands.ts'
import { runCommand, shortcutFor } from '../commands/command-table.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { Keys } from './keys.tsx'

/** Commands as items of a menu, each with its key. */
export const CommandItems = ({ ids }: { readonly ids: readonly CommandId[] }) =>
  ids.map(id => (
    <Menu.Item
      key={id}
      onClick={() => runCommand(id)}
      rightSection={<Keys shortcut={shortcutFor(id) ?? ''} />}
    >
      {dynamicText(`commands.${id}`)}
    </Menu.Item>
  ))
