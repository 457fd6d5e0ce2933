import { Button, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ELSEWHERE } from '../../../shared/rules/experience/elsewhere.ts'
import type { Elsewhere } from '../../../shared/rules/experience/elsewhere.ts'
import classes from '../../components/dialog-form.module.css'
import { Dialog } from '../../components/dialog.tsx'
import { WhenInput } from '../../components/when-input.tsx'
import { reportExperience } from '../../data/between-intents.ts'
import { customerInFront } from '../../data/front-customer.ts'
import type { InFront } from '../../data/front-customer.ts'
import { now } from '../../lib/clock.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'

/** Notes what went wrong for the customer in front where nobody here saw it. */
export function ReportExperienceDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'experience')
  const who = isOpen ? customerInFront() : null
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('between.report.title')}>
      {who && <ReportForm who={who} />}
    </Dialog>
  )
}

function ReportForm({ who }: { readonly who: InFront }) {
  const { t } = useTranslation()
  const [place, setPlace] = useState<Elsewhere>('shop')
  const [words, setWords] = useState('')
  const [atMs, setAtMs] = useState(now)
  const submit = async (): Promise<void> => {
    if (await reportExperience({ ...who, place, words: words.trim(), atMs })) closeDialog()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className={classes['hint']}>{t('between.report.hint')}</p>
      <Select
        data-autofocus
        allowDeselect={false}
        label={t('between.report.where')}
        data={ELSEWHERE.map(value => ({ value, label: t(`between.report.place.${value}`) }))}
        value={place}
        onChange={value => setPlace(ELSEWHERE.find(each => each === value) ?? place)}
      />
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        dir="auto"
        label={t('between.report.words')}
        value={words}
        onChange={event => setWords(event.currentTarget.value)}
      />
      <div>
        <p className={classes['label']}>{t('between.report.when')}</p>
        <WhenInput isBare label={t('between.report.when')} valueMs={atMs} onChange={setAtMs} />
      </div>
      <div className={classes['actions']}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit">{t('between.report.add')}</Button>
      </div>
    </form>
  )
}
