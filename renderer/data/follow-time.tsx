import { useEffect } from 'react'
import { isTimed } from '../../shared/rules/saved-views/problems.ts'
import { ruleOf } from '../../shared/rules/saved-views/rule.ts'
import { useNow } from '../lib/clock.ts'
import { useUi } from '../stores/ui-store.ts'
import { live } from './live.ts'
import { useLiveValue } from './use-live-query.ts'

function Tick() {
  const nowMs = useNow()
  useEffect(() => live.changed({ time: null }), [nowMs])
  return null
}

/** Lets views follow the clock while any asks for times: "waiting longer than 4 hours" changes without a change. */
export function FollowTime() {
  const views = useLiveValue('views.list', {})
  const filter = useUi(state => state.filter)
  const isAsked = isTimed(ruleOf(...filter)) || (views ?? []).some(view => view.isTimed)
  return isAsked ? <Tick /> : null
}
