import { z } from 'zod'
import { TeamId } from '../../domain/ids.ts'
import { storableText } from '../../rules/storable-text.ts'

const NAME_LIMIT = 120
/** A view always has a name: it is what people choose it by. */
export const ViewLabel = z.string().trim().min(1).max(NAME_LIMIT).overwrite(storableText)
export const ViewTeams = z.array(TeamId).max(200)
