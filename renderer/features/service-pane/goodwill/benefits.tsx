import { useTranslation } from 'react-i18next'
import type { Tier } from '../../../../shared/rules/cases/loyalty-rule.ts'
import { useRest } from '../../../components/rest.tsx'
import { Line } from '../../../components/section.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { canInsert, insertWords } from '../../../data/insert-words.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'

import classes from '../../../components/dialog-form.module.css'

const SHOWN = 2

/** What the customer's tier gives them, each ready to be told. */
export function Benefits({ tier: { tier, benefits } }: { readonly tier: Tier }) {
  const { t } = useTranslation()
  const { shown, last } = useRest(benefits, SHOWN)
  if (benefits.length === 0) return null
  const name = dynamicText(`cases.tiers.${tier}`) ?? tier
  return (
    <>
      <p className={classes['hint']}>{t('loyalty.with', { tier: name })}</p>
      <ul aria-label={t('loyalty.benefitsOf', { tier: name })}>
        {shown.map(benefit => (
          <Line
            key={benefit}
            title={benefit}
            aside={
              canInsert() ? (
                <SmallButton
                  aria-label={t('loyalty.insertNamed', { benefit })}
                  onClick={() => insertWords(benefit)}
                >
                  {t('common.insert')}
                </SmallButton>
              ) : undefined
            }
          />
        ))}
        {last}
      </ul>
    </>
  )
}
