import { idOfBoth } from '../named-id.ts'

/** As many stars or fewer say that something was bad. */
export const BAD_STARS = 2

export const isBadPost = ({ stars }: { readonly stars: number | null }): boolean =>
  stars !== null && stars <= BAD_STARS

/** Id of the bad moment a post is: one each, and known to whoever reads the post again. */
export const badMomentId = (postId: string): string => idOfBoth(postId, 'bad moment')
