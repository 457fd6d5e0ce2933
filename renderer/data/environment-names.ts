import type { Fields } from '../../shared/domain/values.ts'
import { environmentNames } from '../../shared/rules/diagnosis/environment-names.ts'
import type { EnvironmentName } from '../../shared/rules/diagnosis/environment-names.ts'
import { useLiveValue } from './use-live-query.ts'

/** What can be written down of the surroundings of such a product. */
export const useEnvironmentNames = (productName: string | null, known: Fields): readonly EnvironmentName[] =>
  environmentNames(useLiveValue('requiredDetails.list', {}) ?? [], productName, known)
