import type { Command } from './command.ts'
import {
  agentAdd,
  agentDeactivate,
  agentList,
  agentPassword,
  agentRole,
  agentTeams,
} from './commands/agent.ts'
import { demoAdd } from './commands/demo.ts'
import { experienceWebhook, feedbackDigestCommand, feedbackWebhook } from './commands/feedback.ts'
import { demoFloor } from './commands/floor.ts'
import { engineeringToken, issueStatus } from './commands/engineering.ts'
import { epochNew } from './commands/epoch.ts'
import { health } from './commands/health.ts'
import { scopeEverything, scopeTeams } from './commands/scope.ts'
import { opportunitiesWebhook } from './commands/opportunities.ts'
import { personErase, personExport } from './commands/person.ts'
import { policySet, policyShow } from './commands/policy.ts'
import { serve } from './commands/serve.ts'
import { slaSet, slaShow } from './commands/sla.ts'
import { starterAdd } from './commands/starter.ts'
import { teamAdd } from './commands/team.ts'
import { workspaceAdd, workspaceList } from './commands/workspace.ts'
import { importCommand } from '../import/command.ts'

/** In the order of the help. */
export const commands: readonly Command[] = [
  serve,
  health,
  workspaceAdd,
  workspaceList,
  starterAdd,
  teamAdd,
  agentAdd,
  agentList,
  agentTeams,
  agentRole,
  agentPassword,
  agentDeactivate,
  importCommand,
  demoAdd,
  demoFloor,
  scopeEverything,
  scopeTeams,
  policyShow,
  policySet,
  personExport,
  personErase,
  slaShow,
  slaSet,
  engineeringToken,
  issueStatus,
  feedbackDigestCommand,
  feedbackWebhook,
  experienceWebhook,
  opportunitiesWebhook,
  epochNew,
]
