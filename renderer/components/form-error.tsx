import type { AppError } from '../../shared/errors.ts'
import { errorText } from '../lib/error-text.ts'
import classes from './form-error.module.css'

/** Why a form could not be taken, where the form is: what happened, what is safe, what to do. */
export function FormError({ error }: { readonly error: AppError | null }) {
  if (error === null) return null
  const { what, safe, next } = errorText(error)
  return (
    <div className={classes['error']} role="alert">
      <strong>{what}</strong> {[safe, next].filter(Boolean).join(' ')}
    </div>
  )
}
