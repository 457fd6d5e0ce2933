import { countIssuesJob } from './count-issues.ts'
import type { Job } from './job.ts'
import { learnTriageJob } from './learn-triage.ts'
import { passOnJob } from './pass-on.ts'
import { experienceDigestJob, productDigestJob } from './feedback-digest.ts'
import { removeOldJob } from './remove-old.ts'
import { retention } from './retention.ts'
import { scopeJob } from './scope.ts'
import { serviceLevelsJob } from './service-levels.ts'
import { surveyMailsJob } from './survey-mails.ts'
import { tellRestJob } from './tell-rest.ts'
import { tellVanished } from './tell-vanished.ts'
import { wakeSnoozed } from './wake-snoozed.ts'

/** Everything the hub does by itself. */
export const hubJobs: readonly Job[] = [
  wakeSnoozed,
  serviceLevelsJob,
  tellVanished,
  scopeJob,
  learnTriageJob,
  productDigestJob,
  experienceDigestJob,
  countIssuesJob,
  passOnJob,
  surveyMailsJob,
  tellRestJob,
  removeOldJob,
  retention,
]
