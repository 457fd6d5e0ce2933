import type { Role } from '../domain/values.ts'

/** Those who may look at everybody's work at once. The hub has the last word; a window only offers what it allows. */
export const SUPERVISING_ROLES: readonly Role[] = ['supervisor', 'admin']

export const maySupervise = (role: Role | 'other'): boolean => SUPERVISING_ROLES.some(each => each === role)
