import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanTemplate } from '../../../shared/domain/plans.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { makeId } from '../../lib/make-id.ts'
import classes from './plans-page.module.css'
import { TemplateForm } from './template-form.tsx'

const fresh = (): PlanTemplate => ({
  id: makeId(),
  name: '',
  version: 0,
  steps: [{ title: '', kind: 'service', days: 1, owner: 'owner' }],
  isActive: true,
  updatedAtMs: 0,
})

/** How plans for customers begin: templates with their steps, for supervisors and administrators to write. */
export function PlansPage() {
  const { t } = useTranslation()
  const templates = useLiveValue('planTemplates.list', {})
  const [edited, setEdited] = useState<PlanTemplate | null>(null)
  if (!templates) return <Skeleton rows={5} />
  if (edited) return <TemplateForm key={edited.id} template={edited} onDone={() => setEdited(null)} />
  return (
    <>
      <p className={classes['hint']}>{t('relation.template.how')}</p>
      <ul className={classes['list']}>
        {templates.map(template => (
          <li key={template.id}>
            <button type="button" onClick={() => setEdited(template)}>
              <strong dir="auto">{template.name}</strong>
              <span>
                {t('relation.template.facts', {
                  count: template.steps.length,
                  version: template.version,
                })}
                {template.isActive ? '' : ` · ${t('relation.template.away')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => setEdited(fresh())}>
        {t('relation.template.add')}
      </Button>
    </>
  )
}
