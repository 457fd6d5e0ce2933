import type { AdministrationDeps } from '../auth/administration.ts'
import { hashPassword } from '../auth/password.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { emailKey, insertCredential, listAgents, setPasswordHash } from '../db/queries/credentials.ts'

/** Gives everybody of the demo this password; sessions that are under way stay. */
export async function setDemoPasswords(
  { database }: AdministrationDeps,
  workspaceId: string,
  password: string,
): Promise<void> {
  const agents = await inWorkspace(database.app, { workspaceId, mode: 'read' }, client =>
    listAgents(client, workspaceId),
  )
  const hashes = await Promise.all(agents.map(() => hashPassword(password)))
  await inWorkspace(database.app, { workspaceId }, async client => {
    for (const [index, { id: agentId, email, hasAccount }] of agents.entries()) {
      const passwordHash = hashes[index] ?? ''
      if (hasAccount) await setPasswordHash(client, { workspaceId, agentId, passwordHash })
      else await insertCredential(client, { workspaceId, agentId, email: emailKey(email), passwordHash })
    }
  })
}
