import { Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Macro } from '../../../../shared/domain/knowledge.ts'
import { act } from '../../../data/use-action.ts'
import { ContentForm } from '../content-form.tsx'
import { BadNewsParts } from './bad-news-parts.tsx'
import { FamilySelect, KindSelect, LanguageSelect } from './fields.tsx'
import { StepsField } from './steps-field.tsx'

type ReplyFormProps = { readonly macro: Macro; readonly onDone: () => void }

/** A canned reply being written: its words, and what it does beside them. */
export function ReplyForm({ macro, onDone }: ReplyFormProps) {
  const { t } = useTranslation()
  const [title, setTitle] = useState(macro.title)
  const [language, setLanguage] = useState(macro.language)
  const [kind, setKind] = useState(macro.kind === 'other' ? null : macro.kind)
  const [body, setBody] = useState(macro.body ?? '')
  const [steps, setSteps] = useState<readonly Macro['steps'][number][]>(macro.steps)
  const [family, setFamily] = useState(macro.family)
  const [isUsed, setUsed] = useState(macro.retiredAtMs === null)
  const save = () =>
    act('macro.set', {
      macroId: macro.id,
      seen: macro.version ?? 0,
      content: {
        title: title.trim(),
        language,
        kind,
        body: body.trim() === '' ? null : body.trim(),
        steps: [...steps],
        family,
        isRetired: !isUsed,
      },
    })
  return (
    <ContentForm
      isReady={title.trim() !== '' && (body.trim() !== '' || steps.length > 0)}
      onSave={save}
      onDone={onDone}
    >
      <TextInput
        autoFocus
        dir="auto"
        label={t('answers.title')}
        description={t('answers.replyTitleHow')}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
      />
      <LanguageSelect value={language} anyLabel={t('answers.anyLanguage')} onChange={setLanguage} />
      <KindSelect value={kind} onChange={setKind} />
      <FamilySelect value={family} onChange={setFamily} />
      <Textarea
        autosize
        minRows={5}
        maxRows={14}
        dir="auto"
        label={t('answers.body')}
        description={t('answers.placesHow', { interpolation: { skipOnVariables: true } })}
        value={body}
        onChange={event => setBody(event.currentTarget.value)}
      />
      {family === 'bad-news' && <BadNewsParts text={body} language={language} />}
      <StepsField steps={steps} onChange={setSteps} />
      <Switch
        label={t('answers.isUsed')}
        checked={isUsed}
        onChange={event => setUsed(event.currentTarget.checked)}
      />
    </ContentForm>
  )
}
