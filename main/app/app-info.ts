import { app } from 'electron'
import type { AppInfo } from '../../shared/contract/app.ts'
import type { DataFacts } from './data-events.ts'
import { isTestRuntime } from './runtime.ts'
import { policyFacts } from './policy.ts'
import type { Policy } from './policy.ts'
import type { Secrets } from './secrets.ts'

type Known = { readonly facts: DataFacts; readonly secrets: Secrets; readonly policy: Policy | null }

export async function appInfo({ facts, secrets, policy }: Known): Promise<AppInfo> {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    node: process.versions.node,
    dataNode: facts.node,
    platform: process.platform,
    isTestRuntime: isTestRuntime(process.versions.electron),
    hasKeychain: await secrets.hasKeychain(),
    canStartAtLogin: app.isPackaged,
    policy: policyFacts(policy),
  }
}
