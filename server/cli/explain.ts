import { AppError, ErrorCode } from '../../shared/errors.ts'
import { ConfigError } from '../config.ts'
import { CliFailure } from './command.ts'

type Cause = { readonly code: string; readonly message: string; readonly port: number | null }

function causeOf(error: unknown): Cause {
  // Several addresses of one name were tried: each attempt failed in the same way.
  const first: unknown = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error
  if (!(first instanceof Error)) return { code: '', message: String(first), port: null }
  const { code, port } = first as { code?: unknown; port?: unknown }
  return {
    code: typeof code === 'string' ? code : '',
    message: first.message,
    port: typeof port === 'number' ? port : null,
  }
}

/** What happened and what to do, by the code of the system or of PostgreSQL. */
const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'Nothing listens at the address of the database. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'The host of the database is not known. Check the name in the database URL.',
  EAI_AGAIN: 'The host of the database could not be looked up. Check the network.',
  ETIMEDOUT: 'The database did not answer in time. Is a firewall in between?',
  '28P01': 'The database refused user or password. Check the database URL.',
  '28000': 'The database refused this user from this machine. Check the URL and pg_hba.conf.',
  '3D000': 'The database named in the URL does not exist. Create it first: CREATE DATABASE tandem;',
  '42501': 'The database user may not do that. It has to own the database and be allowed to create roles.',
  '53300': 'The database takes no more connections. Raise max_connections, or run fewer copies of the hub.',
  EACCES: 'The system does not allow it. Choose a folder or port this user may use.',
}

/** One failure in plain words: never a stack, never a connection string. */
export function explain(error: unknown): string {
  if (error instanceof CliFailure || error instanceof ConfigError) return error.message
  const { code, message, port } = causeOf(error)
  if (code === 'EADDRINUSE') {
    return `Port ${port ?? ''} is taken, perhaps by another hub. Stop it, or choose another with --port.`
  }
  if (error instanceof AppError) return explainCode(error)
  const advice = ADVICE[code]
  return advice ? `${advice} (${code})` : `The hub failed: ${withoutPasswords(message)}`
}

function explainCode({ code, message, details }: AppError): string {
  switch (code) {
    case ErrorCode.DbFromFuture:
      return 'The database was used by a newer hub. Nothing was changed. Install that version, or restore a backup.'
    case ErrorCode.DbLocked:
      return `${message}. Stop it first, or use its own database with --database-url.`
    default: {
      const facts = Object.entries(details).map(([key, value]) => `${key}: ${String(value)}`)
      return `${message}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`
    }
  }
}

const withoutPasswords = (text: string): string => text.replaceAll(/(\w+:\/\/[^:/\s]*):[^@\s]*@/g, '$1:…@')
