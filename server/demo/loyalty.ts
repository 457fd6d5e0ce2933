import { teamRuleId } from '../../shared/domain/between.ts'
import { tierKey } from '../../shared/rules/cases/loyalty-rule.ts'
import { DAY_MS } from './world.ts'
import type { World } from './world.ts'

/** What customers of each tier can count on. */
export function addLoyalty(world: World): void {
  world.add('teamRules', {
    id: teamRuleId('loyalty'),
    key: 'loyalty',
    content: {
      [tierKey('two', 'benefits')]: 'Free shipping above 50 euros',
      [tierKey('three', 'benefits')]: [
        'A replacement device leaves the day you tell us',
        'Free shipping on every order',
        'Two months instead of two weeks to return something',
      ].join('\n'),
    },
    updatedAtMs: world.nowMs - 90 * DAY_MS,
  })
}
