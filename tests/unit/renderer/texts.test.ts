import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '../../../renderer/i18n.ts'
import de from '../../../renderer/locales/de.json'
import en from '../../../renderer/locales/en.json'

describe('texts that are remembered', () => {
  beforeAll(() => startI18n('en'))

  const fixed = (language: string) => i18next.getFixedT(language)

  it('stay those of their language when another is spoken', async () => {
    const english = fixed('en')
    expect(english('common.closeDialog')).toBe(en.common.closeDialog)
    await i18next.changeLanguage('de')
    expect(fixed('de')('common.closeDialog')).toBe(de.common.closeDialog)
    expect(english('common.closeDialog')).toBe(en.common.closeDialog)
    await i18next.changeLanguage('en')
    expect(fixed('en')('common.closeDialog')).toBe(en.common.closeDialog)
  })

  it('are filled anew each time where they have places', () => {
    const t = fixed('en')
    const [one, many] = [t('ticket.imagesOff', { count: 1 }), t('ticket.imagesOff', { count: 7 })]
    expect(one).not.toBe(many)
    expect(many).toContain('7')
    expect(t('ticket.imagesOff', { count: 1 })).toBe(one)
  })
})
