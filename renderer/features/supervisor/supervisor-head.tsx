import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowsMaximize, IconArrowsMinimize } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Logo } from '../../components/logo.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { dayAndTime } from '../../lib/format.ts'
import type { BoardKind } from '../../stores/board-store.ts'
import { boardStore, openSheet, useBoardStore } from '../../stores/board-store.ts'
import { useSession } from '../../stores/session-store.ts'
import classes from './supervisor.module.css'
import { setWallboard } from './wallboard.ts'

const KINDS = ['both', 'service', 'support'] as const

/** How many of the customers on this laptop are likely to leave; their list is one press away. */
function AtRiskButton() {
  const { t } = useTranslation()
  const found = useLiveValue('customers.countAtRisk', {}) ?? 0
  if (found === 0) return null
  return (
    <Button variant="default" onClick={() => openSheet({ type: 'at-risk' })}>
      {t('atRisk.button', { count: found })}
    </Button>
  )
}

export function SupervisorHead() {
  const { t } = useTranslation()
  const session = useSession()
  const nowMs = useNow()
  const kind = useBoardStore(state => state.kind)
  const isWallboard = useBoardStore(state => state.isWallboard)
  const workspace = session.state === 'open' ? session.place.workspace.name : ''
  return (
    <header className={classes['head']}>
      <Logo size={24} />
      <h1>{t('supervisor.title')}</h1>
      <span className={classes['where']}>
        <bdi>{workspace}</bdi> · {dayAndTime(nowMs)}
      </span>
      <span className={classes['gap']} />
      <AtRiskButton />
      <SegmentedControl
        aria-label={t('supervisor.kinds')}
        value={kind}
        onChange={value => boardStore.setState({ kind: value as BoardKind })}
        data={KINDS.map(value => ({ value, label: t(`supervisor.kind.${value}`) }))}
      />
      <Button
        variant="default"
        aria-pressed={isWallboard}
        leftSection={isWallboard ? <IconArrowsMinimize size={14} /> : <IconArrowsMaximize size={14} />}
        onClick={() => void setWallboard(!isWallboard)}
      >
        {t(isWallboard ? 'supervisor.leaveWallboard' : 'supervisor.wallboard')}
      </Button>
    </header>
  )
}
