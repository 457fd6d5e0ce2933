import type { CSSVariablesResolver } from '@mantine/core'
import { dark, inHighContrast, light, ofSystem } from './tokens.ts'
import type { Tokens } from './tokens.ts'

const kebab = (key: string): string =>
  key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`).replace(/\d/, digit => `-${digit}`)

function ownVariables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([key, value]) => [`--${kebab(key)}`, value]))
}

/** Mantine's own variables, pointed at the tokens so that its controls need no second palette. */
function mantineVariables(tokens: Tokens): Record<string, string> {
  return {
    '--mantine-color-body': tokens.sheet,
    '--mantine-color-text': tokens.ink,
    '--mantine-color-dimmed': tokens.ink3,
    '--mantine-color-placeholder': tokens.ink3,
    '--mantine-color-error': tokens.bad,
    '--mantine-color-anchor': tokens.ink,
    '--mantine-color-default': tokens.sheet,
    '--mantine-color-default-hover': tokens.sunk,
    '--mantine-color-default-color': tokens.ink,
    '--mantine-color-default-border': tokens.edge,
    '--mantine-color-disabled': tokens.track,
    '--mantine-color-disabled-color': tokens.ink3,
    '--mantine-color-disabled-border': tokens.line,
    '--mantine-primary-color-filled': tokens.primary,
    '--mantine-primary-color-filled-hover': tokens.ink2,
    '--mantine-primary-color-contrast': tokens.onPrimary,
  }
}

/** How much the window's colours differ from each other; `system`: it has no colours but those of the system. */
export type ContrastWorn = 'normal' | 'high' | 'system'

const worn: Readonly<Record<ContrastWorn, (tokens: Tokens) => Tokens>> = {
  normal: tokens => tokens,
  high: inHighContrast,
  system: () => ofSystem,
}

/** CSS variables of the whole window. */
export function cssVariables(contrast: ContrastWorn): CSSVariablesResolver {
  const all = (tokens: Tokens) => ({ ...ownVariables(tokens), ...mantineVariables(tokens) })
  const of = worn[contrast]
  return () => ({ variables: {}, light: all(of(light)), dark: all(of(dark)) })
}
