/**
 * @typedef {'win32' | 'darwin' | 'linux'} PlatformName
 * @typedef {Readonly<Record<string, string | undefined>>} Environment
 */

/** Azure's signing service: the certificate never leaves it. */
const AZURE = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET']
const AZURE_ACCOUNT = [
  'TANDEM_AZURE_ENDPOINT',
  'TANDEM_AZURE_ACCOUNT',
  'TANDEM_AZURE_PROFILE',
  'TANDEM_AZURE_PUBLISHER',
]

/** Each line is one way; all of its names must be set. */
const WAYS = {
  win32: [
    [...AZURE, ...AZURE_ACCOUNT],
    ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
    ['CSC_LINK', 'CSC_KEY_PASSWORD'],
  ],
  darwin: [['CSC_LINK', 'CSC_KEY_PASSWORD'], ['CSC_NAME']],
  linux: [],
}
const NOTARISING = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
]
/** Signs the list of checksums: the one signature that all platforms have. */
export const RELEASE_KEY = 'TANDEM_RELEASE_KEY'

/**
 * What is missing before a build for a platform can be signed.
 * @param {string} platform
 * @param {Environment} env
 * @returns {string[]} sentences; none if everything is there
 */
export function missingForSigning(platform, env) {
  const isSet = (/** @type {string} */ name) => Boolean(env[name])
  const missing = (/** @type {string} */ what, /** @type {readonly (readonly string[])[]} */ ways) =>
    ways.length === 0 || ways.some(way => way.every(isSet))
      ? []
      : [`${what}: set ${ways.map(way => way.join(', ')).join('; or ')}.`]
  return [
    ...missing('The certificate of the programs', WAYS[/** @type {PlatformName} */ (platform)] ?? []),
    ...(platform === 'darwin' ? missing("Apple's notary", NOTARISING) : []),
    ...missing('The key of the release', [[RELEASE_KEY]]),
    // electron-builder would otherwise leave out signing without a word.
    ...(env['CSC_IDENTITY_AUTO_DISCOVERY'] === 'false' && platform === 'darwin' && !isSet('CSC_LINK')
      ? ['CSC_IDENTITY_AUTO_DISCOVERY=false switches signing off.']
      : []),
  ]
}

/**
 * Why a build must not go on. An unsigned build exists for trying things out on the machine that made it.
 * @param {{ platform: string, env: Environment, mustSign: boolean, publish: string | null | undefined }} build
 * @returns {string[]}
 */
export function signingTrouble({ platform, env, mustSign, publish }) {
  if (mustSign) return missingForSigning(platform, env)
  const isPublished = publish !== undefined && publish !== null && publish !== 'never'
  return isPublished ? [`An unsigned build is never published (asked for: ${publish}).`] : []
}

/**
 * Settings of electron-builder that hold names of an account and so come from the environment.
 * @param {Environment} env
 * @returns {Pick<import('electron-builder').Configuration, 'win'>}
 */
export function signingConfig(env) {
  const [endpoint, codeSigningAccountName, certificateProfileName, publisherName] = AZURE_ACCOUNT.map(
    name => env[name],
  )
  if (!endpoint || !codeSigningAccountName || !certificateProfileName || !publisherName) return {}
  const azureSignOptions = { endpoint, codeSigningAccountName, certificateProfileName, publisherName }
  return { win: { signtoolOptions: null, azureSignOptions } }
}

/**
 * Commands that the system itself has for judging a finished program; all must end with 0.
 * @param {string} platform
 * @param {string} program the .app folder or the .exe file
 * @returns {[string, ...string[]][]}
 */
export function verifyCommands(platform, program) {
  if (platform === 'darwin')
    return [
      ['codesign', '--verify', '--deep', '--strict', '--verbose=2', program],
      ['xcrun', 'stapler', 'validate', program],
      ['spctl', '--assess', '--type', 'execute', '--verbose=2', program],
    ]
  if (platform !== 'win32') return []
  // In single quotes PowerShell reads everything as it is, but for a quote, which is doubled.
  const path = `'${program.replaceAll("'", "''")}'`
  const check = `if ((Get-AuthenticodeSignature -LiteralPath ${path}).Status -ne 'Valid') { exit 1 }`
  return [['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', check]]
}
