import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { FileProblem } from '../../../../shared/rules/guides/guide-file.ts'
import type { GuideContent } from '../../../../shared/rules/guides/guide-problems.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import classes from '../settings-dialog.module.css'
import type { Imported } from './import-files.ts'

const SHOWN = 12

/** How each file went, and of a refused one everything that is wrong with it and where. */
export function ImportedFiles({ imported }: { readonly imported: readonly Imported[] }) {
  const { t } = useTranslation()
  if (imported.length === 0) return null
  return (
    <div role="status" aria-label={t('guides.imported')}>
      {imported.map(({ name, outcome, problems, guide }, index) => (
        <div key={`${index} ${name}`}>
          <p className={classes['hint']}>
            <strong dir="auto">{name}</strong>: {t(`guides.outcome.${outcome}`)}
          </p>
          {problems.length > 0 && (
            <ul className={classes['standing']}>
              {problems.slice(0, SHOWN).map((problem, place) => (
                <li key={`${place} ${problem.what} ${problem.at}`} dir="auto">
                  {problemText(problem, guide, t)}
                </li>
              ))}
              {problems.length > SHOWN && (
                <li>{t('guides.moreProblems', { count: problems.length - SHOWN })}</li>
              )}
            </ul>
          )}
        </div>
      ))}
    </div>
  )
}

/** A place as people find it: "Step 3 “Update over USB”, answer 2". */
function placeText(at: string, guide: GuideContent | null, t: TFunction): string {
  const found = /^steps\.(\d+)(?:\.answers\.(\d+))?/u.exec(at)
  if (!found) return t('guides.place', { at })
  const index = Number(found[1])
  const step = guide?.steps[index]
  const title = step?.title || step?.id || ''
  const place = t(title === '' ? 'guides.placeStep' : 'guides.placeNamed', { number: index + 1, title })
  return found[2] === undefined ? place : t('guides.placeAnswer', { place, number: Number(found[2]) + 1 })
}

export function problemText({ what, at }: FileProblem, guide: GuideContent | null, t: TFunction): string {
  const isLine = what === 'not-json' || what === 'not-a-guide' || what === 'newer-form'
  const place = isLine ? t('guides.line', { at }) : placeText(at, guide, t)
  return `${place}: ${dynamicText(`guideProblem.${what}`) ?? what}`
}
