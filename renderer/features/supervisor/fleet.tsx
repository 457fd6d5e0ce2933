import { useTranslation } from 'react-i18next'
import type { BoardLaptop, WholeBoard } from '../../../shared/protocol/board.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useNow } from '../../lib/clock.ts'
import { count, moment, span } from '../../lib/format.ts'
import { openSheet } from '../../stores/board-store.ts'
import { fleetFacts, toneOf } from './board-facts.ts'
import { Panel } from './panel.tsx'
import classes from './supervisor.module.css'
import { useDirectory } from './use-directory.ts'

type BoardProps = { readonly board: WholeBoard }

/** Region "Fleet": every laptop with its last report, the disconnected ones too. */
export function Fleet({ board }: BoardProps) {
  const { t } = useTranslation()
  const facts = fleetFacts(board)
  const all = board.laptops.length
  if (all === 0) {
    return (
      <Panel title={t('landmarks.fleet')} className={classes['fleet']}>
        <EmptyState>{t('supervisor.noLaptops')}</EmptyState>
      </Panel>
    )
  }
  return (
    <Panel
      title={t('landmarks.fleet')}
      className={classes['fleet']}
      aside={
        <button type="button" className={classes['link']} onClick={() => openSheet({ type: 'laptops' })}>
          {t('supervisor.allLaptops')}
        </button>
      }
    >
      <div className={classes['fleetBody']}>
        <p className={classes['fleetLead']}>
          <strong>{count(facts.fresh)}</strong> {t('supervisor.syncedOf', { count: all, shown: count(all) })}
        </p>
        <ul className={classes['grid']}>
          {board.laptops.map(laptop => (
            <LaptopDot key={laptop.clientId} laptop={laptop} asOfMs={board.asOfMs} />
          ))}
        </ul>
        <FleetLines board={board} />
      </div>
    </Panel>
  )
}

function LaptopDot({ laptop, asOfMs }: { readonly laptop: BoardLaptop; readonly asOfMs: number }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { agentName } = useDirectory()
  const parts = [
    agentName(laptop.agentId),
    laptop.lastSyncedAtMs === null
      ? t('supervisor.neverSynced')
      : t('supervisor.syncedAt', { time: moment(laptop.lastSyncedAtMs, nowMs) }),
    (laptop.unsent ?? 0) > 0 ? t('supervisor.unsentCount', { count: laptop.unsent ?? 0 }) : null,
  ]
  const words = parts.filter(Boolean).join(' · ')
  return (
    <li className={classes['dot']} data-tone={toneOf(laptop, asOfMs)} data-tip={words}>
      <span className="for-readers">{words}</span>
    </li>
  )
}

function FleetLines({ board }: BoardProps) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const facts = fleetFacts(board)
  const versions = facts.versions
    .slice(0, 3)
    .map(([version, laptops]) => t('supervisor.versionOn', { version, count: laptops }))
    .join(', ')
  const locked = [
    facts.notEncrypted > 0 ? t('supervisor.notEncrypted', { count: facts.notEncrypted }) : null,
    facts.notSaid > 0 ? t('supervisor.encryptionUnknown', { count: facts.notSaid }) : null,
    facts.notEncrypted + facts.notSaid === 0 ? t('supervisor.allEncrypted') : null,
    facts.wrongClocks > 0 ? t('supervisor.wrongClocks', { count: facts.wrongClocks }) : null,
  ]
  const waits = [
    facts.oldestUnsentAtMs === null
      ? null
      : t('supervisor.oldest', { span: span(nowMs - facts.oldestUnsentAtMs) }),
    facts.withUnsent > 0
      ? t('supervisor.onLaptops', { count: facts.withUnsent })
      : t('supervisor.nothingWaits'),
    facts.silentAboutReplies > 0 ? t('supervisor.notSaid', { count: facts.silentAboutReplies }) : null,
  ]
  return (
    <dl className={classes['fleetLines']}>
      <dt>
        {t('supervisor.repliesNotSent', { count: facts.unsentReplies, shown: count(facts.unsentReplies) })}
      </dt>
      <dd>{waits.filter(Boolean).join(' · ')}</dd>
      <dt>{t('supervisor.versions', { list: versions })}</dt>
      <dd>{locked.filter(Boolean).join(' · ')}</dd>
    </dl>
  )
}
