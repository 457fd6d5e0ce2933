import { useCallback, useState } from 'react'
import { desk } from '../desk.ts'
import type { Call, MethodName, Output } from '../../shared/contract/index.ts'
import type { AppError } from '../../shared/errors.ts'
import { live } from './live.ts'
import { asAppError } from './live-queries.ts'
import { noteAct } from './remember-act.ts'
import { showAhead } from './show-ahead.ts'
import { showFailure } from './toasts.ts'

/**
 * Sends one intent and tells people when it could not be taken. Answers null after a failure, so that whoever
 * holds somebody's words keeps them.
 */
export async function act<Name extends MethodName>(
  name: Name,
  input: Call<Name>,
): Promise<Output<Name> | null> {
  const settle = showAhead(live, name, input)
  try {
    const output = await desk.call(name, input)
    settle(true)
    live.hurry()
    noteAct(name, input, output)
    return output
  } catch (error) {
    settle(false)
    showFailure(asAppError(error))
    return null
  }
}

export type Action<Name extends MethodName> = {
  readonly isBusy: boolean
  readonly error: AppError | null
  readonly run: (input: Call<Name>) => Promise<Output<Name> | null>
  readonly reset: () => void
}

/** For forms: the same, with the failure shown where the form is instead of in a toast. */
export function useAction<Name extends MethodName>(name: Name): Action<Name> {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const run = useCallback(
    async (input: Call<Name>): Promise<Output<Name> | null> => {
      setBusy(true)
      setError(null)
      try {
        const output = await desk.call(name, input)
        live.hurry()
        noteAct(name, input, output)
        return output
      } catch (failure) {
        setError(asAppError(failure))
        return null
      } finally {
        setBusy(false)
      }
    },
    [name],
  )
  const reset = useCallback(() => setError(null), [])
  return { isBusy, error, run, reset }
}
