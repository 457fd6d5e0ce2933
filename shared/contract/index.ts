import { answerMethods } from './answers.ts'
import { appMethods } from './app.ts'
import { betweenMethods } from './between.ts'
import { bulkMethods } from './bulk.ts'
import { caseMethods } from './cases.ts'
import { customerMethods } from './customers.ts'
import { diagnosisMethods } from './diagnosis.ts'
import { directoryMethods } from './directory.ts'
import { eraseMethods } from './erase.ts'
import { formMethods } from './forms.ts'
import { floorMethods } from './floor.ts'
import { growthMethods } from './growth.ts'
import { trainingMethods } from './training.ts'
import { guestMethods } from './guests.ts'
import { guideMethods } from './guides.ts'
import { healthMethods } from './health.ts'
import { incidentMethods } from './incidents.ts'
import { knowledgeMethods } from './knowledge.ts'
import { leaseMethods } from './leases.ts'
import { mutationGroupMethods, mutationMethods } from './mutations.ts'
import { offlineMethods } from './offline.ts'
import { portraitMethods } from './portrait.ts'
import { priorityMethods } from './priority.ts'
import { peopleMethods } from './people.ts'
import { proposalMethods } from './proposals.ts'
import { questionMethods } from './questions.ts'
import { relationMethods } from './relation.ts'
import { scopeMethods } from './scope.ts'
import { searchMethods } from './search.ts'
import { serviceLevelMethods } from './service-levels.ts'
import { sessionMethods } from './session.ts'
import { syncMethods } from './sync.ts'
import { threadMethods } from './threads.ts'
import { ticketMethods } from './tickets.ts'
import { triageMethods } from './triage.ts'
import { undoMethods } from './undo.ts'
import { keepingMethods } from './keeping.ts'
import { viewMethods } from './views.ts'
import type { Reply } from './reply.ts'
import type { CallOf, InputOf, OutputOf, Owner } from './define.ts'

/** Everything a window can ask for. A method stands here or does not exist. */
export const contract = {
  ...sessionMethods,
  ...appMethods,
  ...threadMethods,
  ...viewMethods,
  ...ticketMethods,
  ...triageMethods,
  ...customerMethods,
  ...betweenMethods,
  ...caseMethods,
  ...searchMethods,
  ...syncMethods,
  ...directoryMethods,
  ...serviceLevelMethods,
  ...floorMethods,
  ...knowledgeMethods,
  ...answerMethods,
  ...incidentMethods,
  ...diagnosisMethods,
  ...priorityMethods,
  ...formMethods,
  ...guestMethods,
  ...guideMethods,
  ...leaseMethods,
  ...healthMethods,
  ...offlineMethods,
  ...scopeMethods,
  ...relationMethods,
  ...portraitMethods,
  ...peopleMethods,
  ...growthMethods,
  ...proposalMethods,
  ...trainingMethods,
  ...eraseMethods,
  ...keepingMethods,
  ...mutationMethods,
  ...mutationGroupMethods,
  ...undoMethods,
  ...bulkMethods,
  ...questionMethods,
} as const

export type Contract = typeof contract
export type MethodName = keyof Contract
export type Input<Name extends MethodName> = InputOf<Contract[Name]>
/** What a caller writes; defaults may be left out. */
export type Call<Name extends MethodName> = CallOf<Contract[Name]>
export type Output<Name extends MethodName> = OutputOf<Contract[Name]>

export const isMethodName = (name: unknown): name is MethodName =>
  typeof name === 'string' && Object.hasOwn(contract, name)

/** Handlers of one owner: the table does not compile until it has exactly these keys. */
export type Handlers<O extends Owner, Context> = {
  readonly [Name in MethodName as Contract[Name] extends { readonly owner: O } ? Name : never]: (
    input: Input<Name>,
    context: Context,
  ) => Output<Name> | Promise<Output<Name>>
}

/** The whole of what the preload puts on `window.desk`. Parsing, typing and throwing happen in the window's desk.ts. */
export type DeskBridge = {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>
  /** Returns a function that stops listening. */
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
}
