import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketFormRow } from '../../../../shared/domain/forms.ts'
import { WORK_KINDS } from '../../../../shared/domain/values.ts'
import { localWords } from '../../../../shared/rules/diagnosis/known-details.ts'
import { KindMark } from '../../../components/kind-mark.tsx'
import { Line } from '../../../components/section.tsx'
import { useLiveValue } from '../../../data/use-live-query.ts'
import classes from '../settings-dialog.module.css'
import { FormEditor } from './form-editor.tsx'

export type EditedForm = Pick<TicketFormRow, 'version' | 'items'> & { readonly kind: 'service' | 'support' }

/** Which fields tickets have, by their kind of work. */
export function FormsPage() {
  const { t, i18n } = useTranslation()
  const forms = useLiveValue('ticketForms.list', {}) ?? []
  const [edited, setEdited] = useState<EditedForm | null>(null)
  if (edited) return <FormEditor key={edited.kind} edited={edited} onDone={() => setEdited(null)} />
  return (
    <>
      <p className={classes['hint']}>{t('forms.how')}</p>
      <ul>
        {WORK_KINDS.map(kind => {
          const form = forms.find(each => each.kind === kind)
          const items = form?.items ?? []
          return (
            <Line
              key={kind}
              lead={<KindMark kind={kind} />}
              title={t(`forms.of.${kind}`)}
              detail={
                items.length === 0
                  ? t('forms.none')
                  : items.map(({ label, key }) => localWords(label, i18n.language) ?? key).join(' · ')
              }
              onOpen={() => setEdited({ kind, version: form?.version ?? 0, items })}
            />
          )
        })}
      </ul>
      <p className={classes['hint']}>{t('forms.stays')}</p>
    </>
  )
}
