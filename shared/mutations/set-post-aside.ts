import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'

/** Nobody here knows who wrote a post that waits; or it waits again. */
export const setPostAside = defineMutation({
  name: 'publicPost.setAside',
  args: z.strictObject({ postId: RowId, isAside: z.boolean() }),
  reads: ({ postId }) => ({ waiting: one('unplacedPosts', postId) }),
  may: () => true,
  plan: ({ waiting }, { isAside }, { nowMs }) =>
    (waiting.asideAtMs !== null) === isAside
      ? []
      : patchChanged('unplacedPosts', waiting, { asideAtMs: isAside ? nowMs : null }),
  describe: ({ isAside }) => ({
    key: isAside ? 'describe.setPostAside' : 'describe.bringPostBack',
    values: {},
  }),
  invert: ({ waiting }, { postId, isAside }) =>
    (waiting.asideAtMs !== null) === isAside
      ? null
      : { name: 'publicPost.setAside', args: { postId, isAside: !isAside } },
})
