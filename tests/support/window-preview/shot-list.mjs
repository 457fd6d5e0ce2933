const type = async page => {
  await page
    .getByRole('textbox', { name: 'Reply to customer' })
    .fill(
      'Hola Ana, tienes razón y lo siento: te hemos cobrado dos veces. La devolución de 249 € sale hoy y llega a tu cuenta antes del viernes. Para el escáner, Jonas te llama hoy a las 12:00, hora de Madrid',
    )
  await page.waitForTimeout(900)
}

/** Service levels, one of its parts: a label, and whether to scroll to its end. */
const levelsPart =
  (part, isEnd = false) =>
  async page => {
    await settingsPage(/^(Service levels|Service-Vorgaben)$/u)(page)
    await page.getByRole('dialog').getByText(part, { exact: true }).first().click()
    if (isEnd) {
      await page.getByRole('button', { name: /^(Rule|Regel|Day|Tag)$/u }).click()
      await page
        .getByRole('button', { name: /^(Set from now on|Ab jetzt setzen)$/u })
        .scrollIntoViewIfNeeded()
      await page.mouse.wheel(0, 3000)
    }
    await page.waitForTimeout(400)
  }

/** @param {string | RegExp} name */
const settingsPage = name => async page => {
  await page.locator('nav').first().waitFor()
  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name, exact: true }).click()
  await page.waitForTimeout(500)
}

/** @param {string} button */
const floorSheet = button => async page => {
  await page.getByRole('button', { name: button }).click()
  await page.waitForTimeout(500)
}

/** @param {import('@playwright/test').Page} page */
const viewMenu = page => page.getByRole('button', { name: /^(View|Ansicht):/u }).click()

/** @param {import('@playwright/test').Page} page */
const germanEditor = async page => {
  await viewMenu(page)
  await page.getByRole('menuitem', { name: /Waiting over/u }).click()
  await page.waitForTimeout(300)
  await page.keyboard.press('Shift+f')
  await page.getByRole('button', { name: 'Gruppe', exact: true }).click()
  await page.waitForTimeout(600)
}

/**
 * Saved views: their menu, the filter above a list, the editor, their order, a view of a newer version.
 * @param {string} suffix
 * @param {object} more
 */
const views = (suffix, more) => [
  {
    name: `views-menu${suffix}`,
    ...more,
    act: async page => {
      await viewMenu(page)
      await page.waitForTimeout(300)
    },
  },
  {
    name: `views-filter${suffix}`,
    ...more,
    act: async page => {
      await page.keyboard.press('f')
      await page.waitForTimeout(300)
      await page.getByRole('combobox', { name: 'Value' }).click()
      await page.getByRole('option', { name: 'gold' }).click()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Done' }).click()
      await page.keyboard.press('f')
      await page.waitForTimeout(500)
    },
  },
  {
    name: `views-editor${suffix}`,
    ...more,
    act: async page => {
      await viewMenu(page)
      await page.getByRole('menuitem', { name: /Waiting over/u }).click()
      await page.waitForTimeout(300)
      await page.keyboard.press('Shift+f')
      await page.getByRole('textbox', { name: 'Name' }).fill('Evening: who has waited longest of all')
      await page.getByRole('button', { name: 'Group', exact: true }).click()
      await page.waitForTimeout(600)
    },
  },
  {
    name: `views-arrange${suffix}`,
    ...more,
    act: async page => {
      await viewMenu(page)
      await page.getByRole('menuitem', { name: 'Arrange views' }).click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: `views-newer${suffix}`,
    ...more,
    act: async page => {
      await viewMenu(page)
      await page.getByRole('menuitem', { name: /Sentiment/u }).click()
      await page.waitForTimeout(500)
    },
  },
]

/** @param {string} keys */
const pressed = keys => async page => {
  await page.locator('nav').first().waitFor()
  await page.keyboard.press(keys)
  await page.waitForTimeout(700)
}

/**
 * Work where there is no network: what is held, what is missing, what lies here, how sync is.
 * @param {boolean} dark
 */
const offline = dark => {
  const end = dark ? '-dark' : ''
  return [
    { name: `leased${end}`, scene: 'leased', dark },
    { name: `hold${end}`, dark, act: pressed('Shift+t') },
    { name: `ready${end}`, scene: 'leased', dark, act: pressed('Control+Shift+y') },
    {
      name: `ready-de-small${end}`,
      scene: 'leased',
      dark,
      width: 640,
      height: 700,
      settings: { language: 'de' },
      act: pressed('Control+Shift+y'),
    },
    {
      name: `health${end}`,
      scene: 'offline',
      dark,
      act: async page => {
        await pressed('Control+Shift+y')(page)
        await page.getByRole('button', { name: 'Sync health' }).click()
        await page.waitForTimeout(700)
      },
    },
  ]
}

/** @type {{ name: string, scene?: string, width?: number, height?: number, settings?: object, dark?: boolean, act?: (page: import('@playwright/test').Page) => Promise<void> }[]} */
export const shots = [
  { name: 'light-1440', act: type },
  { name: 'dark-1440', dark: true, scene: 'offline', act: type },
  { name: 'light-1920', width: 1920, height: 1080, act: type },
  {
    name: 'tooltip',
    act: async page => {
      await page.getByRole('button', { name: 'Next ticket' }).hover()
      await page.waitForTimeout(900)
    },
  },
  {
    name: 'clock-why',
    act: async page => {
      await page.getByRole('button', { name: /^Why: first reply/u }).click()
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'clock-why-dark',
    dark: true,
    act: async page => {
      await page.getByRole('button', { name: /^Why: restore/u }).click()
      await page.waitForTimeout(300)
    },
  },
  { name: 'light-1280', width: 1280, height: 800 },
  { name: 'folded-1100', width: 1100, height: 760 },
  { name: 'small-1024x700', width: 1024, height: 700 },
  { name: 'column-800', width: 800, height: 700 },
  { name: 'column-800-list', width: 800, height: 700, scene: 'empty' },
  {
    name: 'column-800-talk',
    width: 800,
    height: 700,
    act: page => page.getByText('Label printer').first().click(),
  },
  {
    name: 'column-800-customer',
    width: 800,
    height: 700,
    act: async page => {
      await page.getByText('Charged twice').first().click()
      await page.getByRole('button', { name: 'Customer 360' }).click()
    },
  },
  {
    name: 'tiny-480-talk',
    width: 480,
    height: 700,
    act: page => page.getByText('Charged twice').first().click(),
  },
  { name: 'tiny-480', width: 480, height: 700 },
  { name: 'empty-1440', scene: 'empty' },
  { name: 'loading-1440', scene: 'loading' },
  { name: 'failed-1440', scene: 'failed' },
  { name: 'long-1440', scene: 'long' },
  { name: 'html-1440', scene: 'html' },
  { name: 'html-dark', scene: 'html', dark: true },
  { name: 'rtl-1440', scene: 'rtl' },
  { name: 'waiting-1440', scene: 'waiting' },
  { name: 'thousands-1440', scene: 'thousands' },
  { name: 'sign-in', scene: 'signed-out' },
  { name: 'first', scene: 'first', dark: true },
  { name: 'trouble', scene: 'trouble' },
  { name: 'damaged', scene: 'damaged' },
  {
    name: 'rebuilt',
    scene: 'damaged',
    act: page =>
      page.getByRole('button', { name: /^(Save unsent work and build anew|Ungesendetes sichern)/u }).click(),
  },
  {
    name: 'expired',
    scene: 'expired',
    act: async page => {
      await page.getByRole('button', { name: 'Sign in again' }).click()
      await page.waitForTimeout(700)
    },
  },
  { name: 'contrast', settings: { contrast: 'high' } },
  { name: 'contrast-dark', settings: { contrast: 'high' }, dark: true },
  { name: 'text-160', settings: { textSize: 160 } },
  { name: 'compact', settings: { density: 'compact' } },
  { name: 'roomy-de', settings: { density: 'roomy', language: 'de' } },
  { name: 'note', act: page => page.keyboard.press('n') },
  {
    name: 'note-mention',
    act: async page => {
      await page.keyboard.press('n')
      await page.waitForTimeout(300)
      await page.keyboard.type('Can you look at the cradle, @')
      await page.keyboard.press('ArrowDown')
      await page.waitForTimeout(300)
    },
  },
  ...[false, true].flatMap(dark => offline(dark)),
  { name: 'table', act: page => page.keyboard.press('v') },
  { name: 'timeline', act: page => page.keyboard.press('y') },
  {
    name: 'commands',
    act: async page => {
      await page.keyboard.press('Control+k')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'keys',
    act: async page => {
      await page.keyboard.press('?')
      await page.waitForTimeout(700)
    },
  },
  { name: 'floor-full', scene: 'floor' },
  { name: 'floor-full-dark', scene: 'floor', dark: true },
  { name: 'floor-full-1280', scene: 'floor', width: 1280, height: 800 },
  { name: 'floor-full-1920', scene: 'floor', width: 1920, height: 1080 },
  { name: 'floor-full-1920-dark', scene: 'floor', width: 1920, height: 1080, dark: true },
  // 200 % zoom of a window of 1440 by 900.
  { name: 'floor-full-zoom', scene: 'floor', width: 720, height: 450 },
  { name: 'floor-full-de', scene: 'floor', settings: { language: 'de' } },
  { name: 'floor-full-contrast', scene: 'floor', settings: { contrast: 'high', textSize: 150 } },
  { name: 'floor-empty', scene: 'floor-empty' },
  { name: 'floor-empty-dark-1280', scene: 'floor-empty', dark: true, width: 1280, height: 800 },
  { name: 'floor-offline', scene: 'floor-offline' },
  { name: 'floor-never', scene: 'floor-never' },
  { name: 'floor-sheet-tickets', scene: 'floor', act: floorSheet('Lena Kowalski') },
  { name: 'floor-sheet-laptops', scene: 'floor', act: floorSheet('All laptops') },
  {
    name: 'new-ticket-mail',
    act: async page => {
      await page.keyboard.press('Shift+m')
      await page.getByRole('button', { name: 'Add Cc' }).click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'new-ticket-mail-dark',
    dark: true,
    act: async page => {
      await page.keyboard.press('Shift+m')
      await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('Nadia Fresh')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Add Cc' }).click()
      await page.getByRole('textbox', { name: /^(Message|Mail)/u }).fill('A line\n'.repeat(20))
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'assign-menu',
    act: async page => {
      await page.keyboard.press('a')
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'filter-fields',
    act: async page => {
      await page.keyboard.press('f')
      await page.waitForTimeout(500)
    },
  },
  { name: 'narrow-320', width: 320, height: 200 },
  { name: 'narrow-320-offline', width: 320, height: 200, scene: 'offline' },
  {
    name: 'new-ticket',
    act: async page => {
      await page.keyboard.press('c')
      await page.waitForTimeout(700)
    },
  },
  ...['Appearance', 'Work', 'Notifications', 'Keys', 'This computer'].flatMap(name =>
    [false, true].map(dark => ({
      name: `settings-${name}${dark ? '-dark' : ''}`,
      dark,
      act: settingsPage(name),
    })),
  ),
  { name: 'levels-service', scene: 'lead', act: levelsPart('Service') },
  { name: 'levels-rules-dark', scene: 'lead', dark: true, act: levelsPart('Support', true) },
  { name: 'levels-hours', scene: 'lead', act: levelsPart('Opening hours') },
  {
    name: 'levels-holidays-de',
    scene: 'lead',
    settings: { language: 'de' },
    act: levelsPart('Öffnungszeiten', true),
  },
  { name: 'levels-small', scene: 'lead', width: 700, height: 800, act: levelsPart('Service') },
  {
    name: 'settings-de',
    settings: { language: 'de' },
    act: settingsPage('Mitteilungen'),
  },
  {
    name: 'settings-contrast',
    settings: { contrast: 'high', textSize: 150 },
    act: settingsPage('Notifications'),
  },
  {
    name: 'settings-small',
    width: 640,
    height: 700,
    act: settingsPage('Keys'),
  },
  {
    name: 'settings-keys-taken',
    act: async page => {
      await settingsPage('Keys')(page)
      await page.getByRole('button', { name: /^Take: / }).click()
      await page.keyboard.press('j')
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'switch',
    act: async page => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('switch agent', { delay: 10 })
      await page.keyboard.press('Enter')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'attention',
    scene: 'attention',
    act: async page => {
      await page.keyboard.press('Control+Shift+a')
      await page.waitForTimeout(700)
    },
  },
  ...[
    { name: 'attention-fields', keys: ['j'] },
    { name: 'attention-fields-dark', keys: ['j'], dark: true },
    { name: 'attention-small', keys: [], width: 700, height: 800 },
  ].map(({ keys, ...shot }) => ({
    ...shot,
    scene: 'attention',
    act: async page => {
      await page.keyboard.press('Control+Shift+a')
      await page.waitForTimeout(700)
      for (const key of keys) await page.keyboard.press(key)
      await page.waitForTimeout(200)
    },
  })),
  ...[
    { name: 'ledger' },
    { name: 'ledger-dark', dark: true },
    { name: 'ledger-small', width: 700, height: 800 },
  ].map(shot => ({
    ...shot,
    scene: 'attention',
    act: async page => {
      await page.keyboard.press('Control+Shift+o')
      await page.waitForTimeout(700)
    },
  })),
  { name: 'settings-work', act: settingsPage('Work') },
  { name: 'settings-sending', scene: 'lead', act: settingsPage('Sending') },
  {
    name: 'search',
    act: async page => {
      await page.keyboard.press('/')
      await page.keyboard.type('order', { delay: 30 })
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'state-menu',
    act: async page => {
      await page.keyboard.press('s')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'edit-facts',
    act: async page => {
      await page.getByRole('button', { name: 'Edit facts' }).click()
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'add-duty',
    act: async page => {
      await page.getByRole('button', { name: 'Add a promise' }).click()
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'line-menu',
    act: async page => {
      await page.getByText('7719', { exact: false }).first().hover()
      await page.getByRole('button', { name: /^More for .*7719/ }).click()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'reader',
    act: async page => {
      await page.keyboard.press('/')
      await page.keyboard.type('keys', { delay: 20 })
      await page.waitForTimeout(500)
      await page.getByText('Reset a P40').click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'issue',
    act: async page => {
      await page.getByRole('region', { name: 'Technical support' }).getByText('KE-').first().click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'stage',
    act: async page => {
      await page.getByRole('button', { name: /^Stage:/ }).click()
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'return',
    act: async page => {
      await page.getByRole('button', { name: /^More for .*7719/ }).click({ force: true })
      await page.getByText('Return, refund or exchange').click()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'earlier',
    act: async page => {
      await page.keyboard.press('y')
      await page.waitForTimeout(400)
      await page.getByRole('region', { name: 'Timeline' }).getByText('#48186').first().click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'similar',
    act: async page => {
      await page.keyboard.press('Shift+C')
      await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('Ana Ruiz')
      await page.waitForTimeout(300)
      await page.getByText('Somebody new: Ana Ruiz').click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'macro',
    act: async page => {
      await page.keyboard.press('m')
      await page.waitForTimeout(500)
      await page.keyboard.type('order', { delay: 20 })
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'macro-steps-dark',
    dark: true,
    act: async page => {
      await page.keyboard.press('m')
      await page.waitForTimeout(500)
      await page.keyboard.type('urgent', { delay: 20 })
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'macro-inserted',
    act: async page => {
      await page.keyboard.press('m')
      await page.waitForTimeout(500)
      await page.keyboard.type('order', { delay: 20 })
      await page.keyboard.press('Enter')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'held',
    act: async page => {
      await page.getByRole('textbox', { name: 'Reply to customer' }).fill('It is on its way.')
      await page.keyboard.press('Control+Enter')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'held-dark',
    dark: true,
    act: async page => {
      await page.getByRole('textbox', { name: 'Reply to customer' }).fill('It is on its way.')
      await page.keyboard.press('Control+Enter')
      await page.waitForTimeout(700)
    },
  },
  {
    name: 'picked-menu',
    width: 1920,
    act: async page => {
      await page.keyboard.press('v')
      await page.keyboard.press('Alt+1')
      await page.keyboard.press('Control+a')
      await page.waitForTimeout(300)
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Priority' }).hover()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'picked-ended',
    act: async page => {
      await page.keyboard.press('Control+4')
      await page.keyboard.press('Alt+1')
      await page.keyboard.press('Control+a')
      await page.waitForTimeout(300)
      await page.getByRole('button', { name: 'Change', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Take', exact: true }).click()
      await page.waitForTimeout(600)
      await page.getByRole('button', { name: 'Show why' }).click()
      await page.waitForTimeout(500)
    },
  },
  {
    name: 'macro-many',
    act: async page => {
      await page.keyboard.press('Control+4')
      await page.keyboard.press('Alt+1')
      await page.keyboard.press('Control+a')
      await page.waitForTimeout(300)
      await page.keyboard.press('m')
      await page.waitForTimeout(500)
    },
  },
  ...[false, true].map(dark => ({
    name: `new-ticket-mail${dark ? '-dark' : ''}`,
    dark,
    act: async page => {
      await page.keyboard.press('c')
      await page.waitForTimeout(400)
      const dialog = page.getByRole('dialog')
      await dialog.getByText('Outgoing mail', { exact: true }).click()
      await dialog.getByRole('textbox', { name: 'Customer' }).fill('Ana')
      await page
        .getByRole('option', { name: /Ana Ruiz/u })
        .first()
        .click()
      await dialog.getByRole('button', { name: 'Add Cc' }).click()
      await dialog.getByRole('textbox', { name: 'Cc' }).fill('Bo Larsen <bo@example.com>')
      await dialog.locator('input[type=file]').setInputFiles({
        name: 'A receipt with a very long name, scanned twice on Monday.pdf',
        mimeType: 'application/pdf',
        buffer: globalThis.Buffer.from('receipt'),
      })
      await dialog.getByRole('combobox', { name: 'Macro' }).click()
      await page.getByRole('option').first().click()
      await page.waitForTimeout(500)
    },
  })),
  ...views('', {}),
  ...views('-dark', { dark: true }),
  { ...views('', {})[0], name: 'views-menu-1280', width: 1280, height: 800 },
  { ...views('', {})[2], name: 'views-editor-1920', width: 1920, height: 1080 },
  { ...views('', {})[2], name: 'views-editor-de', settings: { language: 'de' }, act: germanEditor },
  { ...views('', {})[2], name: 'views-editor-800', width: 800, height: 700 },
]
