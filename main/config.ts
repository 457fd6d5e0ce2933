import { policyPath } from './app/policy.ts'
import { proxyLogins } from './app/proxy-rule.ts'
import type { ProxyLoginFor } from './app/proxy-rule.ts'

export type Config = {
  /** Written by whoever started a demo hub together with the console. */
  readonly demoFile: string | undefined
  readonly loginFor: ProxyLoginFor
  /** The file this app lives in, where it is an AppImage. */
  readonly appImage: string | undefined
  readonly certificateFiles: readonly string[]
  readonly policyFile: string
  /** In its place, for a copy that is not installed. */
  readonly policyFileOfTests: string | undefined
}

/** The only reader of the environment in main. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const logins = proxyLogins([env['HTTPS_PROXY'], env['https_proxy'], env['HTTP_PROXY'], env['http_proxy']])
  return {
    demoFile: env['TANDEM_DEMO_FILE'],
    appImage: env['APPIMAGE'],
    loginFor: hostAndPort => logins.get(hostAndPort) ?? null,
    policyFile: policyPath(process.platform, env),
    policyFileOfTests: env['TANDEM_POLICY_FILE'],
    certificateFiles: [env['NODE_EXTRA_CA_CERTS'], env['SSL_CERT_FILE']].filter(path => path !== undefined),
  }
}
