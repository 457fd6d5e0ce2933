import type { Output } from '../../../shared/contract/index.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

/** Every version of policies and calendars. */
export function getServiceLevels({ db }: QueryContext): Output<'serviceLevels.get'> {
  return {
    policies: selectRows(db, 'slaPolicies', { tail: 'ORDER BY kind, version', params: [] }),
    calendars: selectRows(db, 'calendars', { tail: 'ORDER BY key, version', params: [] }),
  }
}
