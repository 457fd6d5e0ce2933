/** Every colour of the product. No other file of the window holds a colour. */
export type Tokens = {
  readonly desk: string
  readonly sunk: string
  readonly sheet: string
  readonly line: string
  readonly faint: string
  /** Outline of everything to type in or click, 3:1 against the sheet. */
  readonly edge: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly chip: string
  /** What the pointer is on. */
  readonly hover: string
  /** What a bar that fills lies on, and what stands where words will come. */
  readonly track: string
  readonly serviceMark: string
  readonly serviceGround: string
  readonly serviceLine: string
  readonly serviceInk: string
  readonly supportMark: string
  readonly supportGround: string
  readonly supportLine: string
  readonly supportInk: string
  readonly good: string
  readonly goodGround: string
  readonly warning: string
  readonly warningGround: string
  readonly bad: string
  readonly badGround: string
  readonly noteGround: string
  readonly noteLine: string
  readonly focus: string
  /** The one primary button of a view, and what is written on it. */
  readonly primary: string
  readonly onPrimary: string
  readonly overlay: string
  readonly shadow: string
  /** What hides: the same in every theme, because it is burnt into the copy. */
  readonly blot: string
}

export const light: Tokens = {
  desk: '#f6f5f3',
  sunk: '#faf9f7',
  sheet: '#ffffff',
  line: '#e6e3de',
  faint: '#efece8',
  edge: '#8a8378',
  ink: '#1d1b18',
  ink2: '#5b564f',
  ink3: '#706a61',
  chip: '#efece8',
  hover: '#efece8',
  track: '#efece8',
  serviceMark: '#b4531a',
  serviceGround: '#fdf3ea',
  serviceLine: '#f0d3bb',
  serviceInk: '#8a3d10',
  supportMark: '#1f5f9e',
  supportGround: '#edf4fb',
  supportLine: '#c6dbf0',
  supportInk: '#174a7c',
  good: '#2c7a4b',
  goodGround: '#eaf6ee',
  warning: '#9a6200',
  warningGround: '#fff4dd',
  bad: '#b3261e',
  badGround: '#fdecea',
  noteGround: '#fff8e1',
  noteLine: '#f0dfa6',
  focus: '#2f6fde',
  primary: '#1d1b18',
  onPrimary: '#ffffff',
  overlay: 'rgb(29 27 24 / 0.28)',
  shadow: '0 1px 2px rgb(29 27 24 / 0.06), 0 8px 28px rgb(29 27 24 / 0.12)',
  blot: '#000000',
}

export const dark: Tokens = {
  desk: '#141312',
  sunk: '#191816',
  sheet: '#1c1b19',
  line: '#302d29',
  faint: '#272421',
  edge: '#7a746b',
  ink: '#ece9e4',
  ink2: '#b0a99f',
  ink3: '#968e83',
  chip: '#272421',
  hover: '#272421',
  track: '#272421',
  serviceMark: '#e8935a',
  serviceGround: '#2b2018',
  serviceLine: '#4b3423',
  serviceInk: '#f2b48a',
  supportMark: '#6aaee8',
  supportGround: '#17222d',
  supportLine: '#24405a',
  supportInk: '#9ccaf3',
  good: '#68c08a',
  goodGround: '#17281d',
  warning: '#e0a94a',
  warningGround: '#2c2413',
  bad: '#ef8078',
  badGround: '#321b19',
  noteGround: '#28231a',
  noteLine: '#4a3f22',
  focus: '#79a7ff',
  primary: '#ece9e4',
  onPrimary: '#141312',
  overlay: 'rgb(0 0 0 / 0.5)',
  shadow: '0 1px 2px rgb(0 0 0 / 0.4), 0 8px 28px rgb(0 0 0 / 0.5)',
  blot: '#000000',
}

/** Lines become ink, grounds go away; marks and what is chosen additionally get a pattern or a frame in the style sheets. */
export function inHighContrast(tokens: Tokens): Tokens {
  return {
    ...tokens,
    line: tokens.ink2,
    faint: tokens.ink2,
    edge: tokens.ink,
    ink2: tokens.ink,
    ink3: tokens.ink2,
    chip: tokens.sheet,
    hover: tokens.hover,
    track: tokens.sheet,
    desk: tokens.sheet,
    sunk: tokens.sheet,
    serviceGround: tokens.sheet,
    supportGround: tokens.sheet,
    goodGround: tokens.sheet,
    warningGround: tokens.sheet,
    badGround: tokens.sheet,
    noteGround: tokens.sheet,
    noteLine: tokens.ink2,
    serviceLine: tokens.serviceInk,
    supportLine: tokens.supportInk,
  }
}

/**
 * Where the system sets colours of its own (forced-colors): the window wears those, whatever the theme. What differs by
 * colour elsewhere differs by words, marks and patterns here.
 */
export const ofSystem: Tokens = {
  desk: 'Canvas',
  sunk: 'Canvas',
  sheet: 'Canvas',
  line: 'CanvasText',
  faint: 'CanvasText',
  edge: 'ButtonText',
  ink: 'CanvasText',
  ink2: 'CanvasText',
  ink3: 'CanvasText',
  chip: 'Canvas',
  hover: 'Canvas',
  track: 'Canvas',
  serviceMark: 'CanvasText',
  serviceGround: 'Canvas',
  serviceLine: 'CanvasText',
  serviceInk: 'CanvasText',
  supportMark: 'CanvasText',
  supportGround: 'Canvas',
  supportLine: 'CanvasText',
  supportInk: 'CanvasText',
  good: 'CanvasText',
  goodGround: 'Canvas',
  warning: 'CanvasText',
  warningGround: 'Canvas',
  bad: 'CanvasText',
  badGround: 'Canvas',
  noteGround: 'Canvas',
  noteLine: 'CanvasText',
  focus: 'Highlight',
  primary: 'ButtonText',
  onPrimary: 'ButtonFace',
  overlay: 'color-mix(in srgb, CanvasText 35%, transparent)',
  shadow: '0 0 0 1px CanvasText',
  blot: '#000000',
}

/** Ink and paper of a mail that brings its own colours: it was written for a white page. */
export const mailPaper = {
  ink: light.ink,
  paper: light.sheet,
  link: light.supportMark,
  quote: light.line,
} as const
