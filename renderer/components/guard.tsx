import { Button } from '@mantine/core'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WindowPart } from '../../shared/contract/app.ts'
import { desk } from '../desk.ts'
import { codePlaces } from '../lib/code-places.ts'
import classes from './empty-state.module.css'

type GuardProps = {
  readonly part: WindowPart
  /** What is shown in it: something else is tried anew. */
  readonly of?: string | null
  readonly children: ReactNode
}
type GuardState = { readonly hasFailed: boolean; readonly of: string | null }

/** A defect in one part of the window ends there: the parts around it stay, and the log says where it was. */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { hasFailed: false, of: this.props.of ?? null }

  static getDerivedStateFromError(): Partial<GuardState> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps({ of = null }: GuardProps, state: GuardState): GuardState | null {
    return of === state.of ? null : { hasFailed: false, of }
  }

  override componentDidCatch(error: unknown): void {
    const { part } = this.props
    const name = error instanceof Error ? error.name : typeof error
    // The log is the last thing that can be told; that it cannot be told, nobody can be told.
    desk.call('app.tellDefect', { part, name, places: codePlaces(error) }).catch(() => {})
  }

  override render(): ReactNode {
    return this.state.hasFailed ? (
      <Failed onRetry={() => this.setState({ hasFailed: false })} />
    ) : (
      this.props.children
    )
  }
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes['failed']} role="alert">
      <strong>{t('defect.what')}</strong>
      <p>{t('defect.safe')}</p>
      <Button variant="default" onClick={onRetry}>
        {t('common.tryAgain')}
      </Button>
    </div>
  )
}
