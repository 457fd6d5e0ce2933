import { createTheme, virtualColor } from '@mantine/core'
import type { MantineColorsTuple, MantineThemeOverride } from '@mantine/core'
import { componentDefaults } from './theme/component-defaults.ts'
import { dark, light } from './theme/tokens.ts'
import type { Tokens } from './theme/tokens.ts'

/** Ten shades out of four meaningful ones: grounds, lines, mark, ink. */
function tuple([ground, line, mark, ink]: readonly [string, string, string, string]): MantineColorsTuple {
  return [ground, ground, line, line, mark, mark, mark, mark, ink, ink]
}
const service = (tokens: Tokens): MantineColorsTuple =>
  tuple([tokens.serviceGround, tokens.serviceLine, tokens.serviceMark, tokens.serviceInk])
const support = (tokens: Tokens): MantineColorsTuple =>
  tuple([tokens.supportGround, tokens.supportLine, tokens.supportMark, tokens.supportInk])
const warm = (tokens: Tokens): MantineColorsTuple => [
  tokens.sunk,
  tokens.desk,
  tokens.faint,
  tokens.line,
  tokens.line,
  tokens.edge,
  tokens.ink3,
  tokens.ink3,
  tokens.ink2,
  tokens.ink,
]
/** Mantine's dark scale runs from text to page; its controls read single shades of it. */
const darkScale: MantineColorsTuple = [
  dark.ink,
  dark.ink2,
  dark.ink3,
  dark.edge,
  dark.line,
  dark.faint,
  dark.sheet,
  dark.sheet,
  dark.sunk,
  dark.desk,
]

const FONT =
  '"Inter Variable", "Inter", system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", "PingFang SC", "Microsoft YaHei", "Malgun Gothic", sans-serif'

/** The one theme. Terracotta is service, steel blue is support, and neither is used for anything else. */
export const theme: MantineThemeOverride = createTheme({
  white: light.sheet,
  black: light.ink,
  colors: {
    gray: warm(light),
    dark: darkScale,
    ink: [...warm(light).slice(0, 9), light.ink] as unknown as MantineColorsTuple,
    'service-light': service(light),
    'service-dark': service(dark),
    'support-light': support(light),
    'support-dark': support(dark),
    service: virtualColor({ name: 'service', light: 'service-light', dark: 'service-dark' }),
    support: virtualColor({ name: 'support', light: 'support-light', dark: 'support-dark' }),
    good: tuple([light.goodGround, light.goodGround, light.good, light.good]),
    warning: tuple([light.warningGround, light.warningGround, light.warning, light.warning]),
    bad: tuple([light.badGround, light.badGround, light.bad, light.bad]),
  },
  primaryColor: 'ink',
  primaryShade: 9,
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.0625rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.35', xl: '1.3' },
  radius: { xs: '5px', sm: '7px', md: '7px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  shadows: { xs: 'none', sm: 'var(--shadow)', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  focusClassName: 'focusable',
  activeClassName: '',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: componentDefaults,
})
