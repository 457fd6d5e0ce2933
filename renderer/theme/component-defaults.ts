import type { MantineThemeComponents } from '@mantine/core'
import classes from './controls.module.css'

/** What comes fades in; what was left is gone at once: the next key is for what lies below. */
const pace = { duration: 120, exitDuration: 0, timingFunction: 'ease-out' } as const
const appears = { transition: 'fade', ...pace } as const

/**
 * The list of choices scrolls itself: it is what the field says it controls, and its keys scroll it. A scrolling box inside
 * of it would be one that no key reaches.
 */
const scrollsItself = { withScrollArea: false } as const

type Room = {
  readonly availableHeight: number
  readonly elements: { readonly floating: { readonly style: { maxHeight: string } } }
}

/** A menu is as high as there is room for it, and scrolls: in a low window its last choices are reached too. */
const staysInWindow = {
  size: {
    padding: 6,
    apply: ({ availableHeight, elements }: Room) => {
      elements.floating.style.maxHeight = `${Math.max(120, availableHeight)}px`
    },
  },
}

/** How Mantine's controls look here, said once. */
export const componentDefaults: MantineThemeComponents = {
  Button: {
    defaultProps: { variant: 'filled', size: 'sm', radius: 'sm' },
    classNames: { root: classes['button'] },
  },
  ActionIcon: { defaultProps: { variant: 'subtle', size: 28, radius: 'sm', color: 'gray' } },
  Menu: {
    defaultProps: {
      radius: 'sm',
      shadow: 'md',
      offset: 4,
      transitionProps: appears,
      width: 'max-content',
      middlewares: staysInWindow,
      // It would be a child no menu may have; the menu itself takes the focus instead.
      withInitialFocusPlaceholder: false,
    },
    classNames: { dropdown: classes['menu'], item: classes['menuItem'], label: classes['menuLabel'] },
  },
  // What lies over the page is part of a landmark too.
  Portal: { defaultProps: { target: '#layers' } },
  Popover: {
    defaultProps: { radius: 'sm', shadow: 'md', offset: 4, transitionProps: appears },
    classNames: { dropdown: classes['dropdown'] },
  },
  Combobox: { classNames: { dropdown: classes['dropdown'], option: classes['menuItem'] } },
  Select: {
    defaultProps: {
      size: 'sm',
      radius: 'sm',
      allowDeselect: false,
      checkIconPosition: 'right',
      ...scrollsItself,
    },
    classNames: {
      dropdown: classes['dropdown'],
      options: classes['options'],
      option: classes['menuItem'],
      input: classes['input'],
      label: classes['label'],
      description: classes['description'],
    },
  },
  Modal: {
    defaultProps: {
      radius: 'lg',
      shadow: 'md',
      centered: false,
      yOffset: '10vh',
      transitionProps: appears,
      padding: 20,
    },
    classNames: {
      content: classes['modal'],
      header: classes['modalHeader'],
      title: classes['modalTitle'],
      overlay: classes['overlay'],
    },
  },
  Drawer: {
    defaultProps: {
      shadow: 'md',
      padding: 20,
      transitionProps: pace,
    },
    classNames: {
      header: classes['modalHeader'],
      title: classes['modalTitle'],
      overlay: classes['overlay'],
    },
  },
  TextInput: {
    defaultProps: { size: 'sm' },
    classNames: { input: classes['input'], label: classes['label'], description: classes['description'] },
  },
  PasswordInput: {
    defaultProps: { size: 'sm' },
    classNames: { input: classes['input'], label: classes['label'], innerInput: classes['innerInput'] },
  },
  Textarea: {
    defaultProps: { size: 'sm' },
    classNames: { input: classes['input'], label: classes['label'], description: classes['description'] },
  },
  NumberInput: {
    defaultProps: { size: 'sm' },
    classNames: { input: classes['input'], label: classes['label'], description: classes['description'] },
  },
  NativeSelect: {
    defaultProps: { size: 'sm' },
    classNames: { input: classes['input'], label: classes['label'], description: classes['description'] },
  },
  TagsInput: {
    defaultProps: { size: 'sm', ...scrollsItself },
    classNames: {
      input: classes['input'],
      label: classes['label'],
      description: classes['description'],
      dropdown: classes['dropdown'],
      options: classes['options'],
      option: classes['menuItem'],
      inputField: classes['narrow'],
      pill: classes['pill'],
    },
  },
  MultiSelect: {
    defaultProps: { size: 'sm', radius: 'sm', ...scrollsItself },
    classNames: {
      input: classes['input'],
      label: classes['label'],
      description: classes['description'],
      dropdown: classes['dropdown'],
      options: classes['options'],
      option: classes['menuItem'],
      inputField: classes['narrow'],
      pill: classes['pill'],
    },
  },
  Autocomplete: {
    defaultProps: { size: 'sm', ...scrollsItself },
    classNames: {
      input: classes['input'],
      label: classes['label'],
      description: classes['description'],
      dropdown: classes['dropdown'],
      options: classes['options'],
      option: classes['menuItem'],
    },
  },
  Checkbox: {
    defaultProps: { size: 'xs', radius: 4, iconColor: 'var(--sheet)' },
    classNames: { input: classes['checkbox'], description: classes['description'] },
  },
  Switch: {
    defaultProps: { size: 'sm', withThumbIndicator: false },
    classNames: {
      track: classes['switchTrack'],
      thumb: classes['switchThumb'],
      description: classes['description'],
    },
  },
  SegmentedControl: {
    defaultProps: { size: 'xs', radius: 'sm', withItemsBorders: false, transitionDuration: 0 },
    classNames: {
      root: classes['segments'],
      indicator: classes['segmentOn'],
      label: classes['segmentLabel'],
    },
  },
  ComboboxChevron: { classNames: { chevron: classes['chevron'] } },
  Slider: {
    classNames: {
      track: classes['sliderTrack'],
      bar: classes['sliderBar'],
      thumb: classes['sliderThumb'],
    },
  },
  Notification: { defaultProps: { radius: 'lg' }, classNames: { root: classes['toast'] } },
  Kbd: { classNames: { root: classes['kbd'] } },
}
