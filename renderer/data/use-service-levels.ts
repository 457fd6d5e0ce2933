import { useMemo } from 'react'
import { NO_SERVICE_LEVELS, serviceLevels } from '../../shared/rules/sla/service-levels.ts'
import type { ServiceLevels } from '../../shared/rules/sla/service-levels.ts'
import { useLiveValue } from './use-live-query.ts'

/** What is promised in this workspace; nothing until it is here. */
export function useServiceLevels(): ServiceLevels {
  const value = useLiveValue('serviceLevels.get', {})
  return useMemo(() => (value ? serviceLevels(value.policies, value.calendars) : NO_SERVICE_LEVELS), [value])
}
