/**
 * Ends with the first SIGINT, SIGTERM, SIGHUP or, in a forked process, with the parent. A second signal is not obeyed
 * more eagerly: npm and the terminal both pass a Ctrl-C on, and a stop that is cut short loses what it was saving.
 */
export function stopSignal(process: NodeJS.Process): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  process.on('disconnect', stop)
  return controller.signal
}

/** Resolves when the signal ends. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
