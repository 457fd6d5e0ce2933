import { IconMessageCircleQuestion } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownText } from '../../../shared/rules/quoted-text.ts'
import { checkTone } from '../../../shared/rules/tone/check-tone.ts'
import type { ToneFinding } from '../../../shared/rules/tone/check-tone.ts'
import { ownToneWords } from '../../../shared/rules/tone/own-words.ts'
import { Advice, AdviceChip } from '../../components/advice-chip.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { CONVERSATION_PAGE } from '../../data/seen.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { offerMacros } from '../../stores/ui-store.ts'
import classes from './composer.module.css'

/** What the team would rather not write, as it stands in its settings. */
function useOwnWords(): ReturnType<typeof ownToneWords> {
  const lists = useLiveValue('trainingLists.list', {})
  return useMemo(() => {
    const items = lists?.find(({ key }) => key === 'plain-words')?.items ?? []
    return ownToneWords(items.map(({ text }) => text))
  }, [lists])
}

/** What the customer wrote last, without what they quote; empty when nobody wrote. */
function useTheirWords(ticketId: string): string {
  const page = useLiveValue('tickets.conversation', { ticketId, before: null, limit: CONVERSATION_PAGE })
  const last = page?.items.findLast(item => item.type === 'message' && item.message.direction === 'in')
  return last?.type === 'message' ? ownText(last.message.bodyText) : ''
}

type ToneChipProps = { readonly customerId: string; readonly ticketId: string; readonly body: string }

const MOST = 8

/** What could be said better in the reply, as a quiet word at its foot; it never keeps anything from being sent. */
export function ToneChip({ customerId, ticketId, body }: ToneChipProps) {
  const { t } = useTranslation()
  const card = useLiveValue('customers.card', { customerId, ticketId })
  // A draft that stands there already is read behind the first paint.
  const text = useDeferredValue(body, '')
  const language = card?.customer.language ?? null
  const own = useOwnWords()
  const theirs = useTheirWords(ticketId)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const found = useMemo(
    () => checkTone(text, language, { own, theirs }).filter(({ kind }) => !left.has(kind)),
    [text, language, own, theirs, left],
  )
  if (found.length === 0) return null
  const closesDoor = found.some(({ kind }) => kind === 'negative')
  return (
    <AdviceChip
      icon={<IconMessageCircleQuestion aria-hidden />}
      label={t('tone.found', { count: found.length })}
      hint={t('tone.hint')}
      foot={close => <BadNews isAsked={closesDoor} onOffer={close} />}
    >
      {found.slice(0, MOST).map(each => (
        <Finding
          key={`${each.kind} ${each.words}`}
          finding={each}
          onLeave={each.kind === 'no-acknowledgement' ? () => setLeft(new Set([...left, each.kind])) : null}
        />
      ))}
    </AdviceChip>
  )
}

type BadNewsProps = { readonly isAsked: boolean; readonly onOffer: () => void }

/** Where a reply says no: the texts the house has for bad news. */
function BadNews({ isAsked, onOffer }: BadNewsProps) {
  const { t } = useTranslation()
  const macros = useLiveValue('macros.list', isAsked ? {} : null)
  if (!macros?.some(({ family }) => family === 'bad-news')) return null
  const offer = (): void => {
    onOffer()
    offerMacros('bad-news')
  }
  return (
    <p className={classes['offer']}>
      <span>{t('tone.badNews')}</span>
      <SmallButton onClick={offer}>{t('tone.badNewsOffer')}</SmallButton>
    </p>
  )
}

type FindingProps = {
  readonly finding: ToneFinding
  /** Null: it goes with the words. */
  readonly onLeave: (() => void) | null
}

function Finding({ finding: { kind, words, better }, onLeave }: FindingProps) {
  const { t } = useTranslation()
  return (
    <Advice kind={t(`tone.kind.${kind}`)} words={words}>
      <span dir="auto">{better === null ? t(`tone.better.${kind}`) : t('tone.rather', { better })}</span>
      {onLeave && <SmallButton onClick={onLeave}>{t('tone.leave')}</SmallButton>}
    </Advice>
  )
}
