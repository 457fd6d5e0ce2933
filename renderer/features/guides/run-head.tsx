import { useTranslation } from 'react-i18next'
import type { RunLine } from '../../../shared/contract/guides.ts'
import type { Guide } from '../../../shared/domain/guides.ts'
import { progressOf } from '../../../shared/rules/guides/run-guide.ts'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { endGuide } from '../../data/diagnosis-intents.ts'
import classes from './guides.module.css'

type RunHeadProps = { readonly run: RunLine; readonly guide: Guide }

/** What runs, in which version, how far it is, and how it is ended. */
export function RunHead({ run, guide }: RunHeadProps) {
  const { t } = useTranslation()
  const { done, of } = progressOf(guide, run)
  const isReady = guide.format === 'checklist' && requiredLeft(run, guide) === 0
  const actions: readonly (LineAction | null)[] = [
    isReady ? { label: t('guides.finish'), run: () => void endGuide(run, 'finished') } : null,
    { label: t('guides.stop'), run: () => void endGuide(run, 'stopped') },
  ]
  return (
    <>
      <div className={classes['runHead']}>
        <span dir="auto" title={t('guides.version', { version: run.version })}>
          {run.title}
        </span>
        <small>
          {of === null ? t('guides.step', { number: done + 1 }) : t('guides.progress', { done, of })}
        </small>
        <span className={classes['menu']}>
          <LineMenu what={run.title} actions={actions} />
        </span>
      </div>
      {run.newestVersion > run.version && (
        <p className={classes['reasons']}>
          {t('guides.newer', { version: run.version, newest: run.newestVersion })}
        </p>
      )}
    </>
  )
}

const requiredLeft = (run: RunLine, { steps }: Guide): number =>
  steps.filter(({ id, isOptional }) => !isOptional && run.answers.every(({ stepId }) => stepId !== id)).length
