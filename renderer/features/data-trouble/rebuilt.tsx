import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Rebuilt as Result } from '../../../shared/contract/session.ts'
import { FormError } from '../../components/form-error.tsx'
import { useAction } from '../../data/use-action.ts'
import { desk } from '../../desk.ts'
import classes from './data-trouble.module.css'

/** What was saved out of a damaged file and what was not, said before the place opens again. */
export function Rebuilt({ result }: { readonly result: Result }) {
  const { t } = useTranslation()
  const open = useAction('session.retry')
  const { kept, lost, isCounted, asideAt } = result
  return (
    <>
      <h1>{t('trouble.rebuilt')}</h1>
      <p>{kept === 0 ? t('trouble.keptNone') : t('trouble.kept', { count: kept })}</p>
      {lost > 0 && <p>{t('trouble.lost', { count: lost })}</p>}
      {!isCounted && <p>{t('trouble.uncounted')}</p>}
      {asideAt !== null && (
        <>
          <p>{t('trouble.aside')}</p>
          <p className={classes['path']}>{asideAt}</p>
        </>
      )}
      <p>{t('trouble.refill')}</p>
      <FormError error={open.error} />
      <Group>
        <Button loading={open.isBusy} onClick={() => void open.run({})}>
          {t('trouble.open')}
        </Button>
        {asideAt !== null && (
          <Button variant="subtle" onClick={() => void desk.call('app.copyText', { text: asideAt })}>
            {t('trouble.copyPath')}
          </Button>
        )}
      </Group>
    </>
  )
}
