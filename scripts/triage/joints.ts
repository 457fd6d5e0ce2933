/** How people put a second matter beside the first within one sentence, by language. */
export const joints: Readonly<Record<string, readonly string[]>> = {
  en: [', and ', ' and ', ', but ', ' and also ', ', and on top of that '],
  de: [', und ', ' und ', ', außerdem ', ' und zudem ', ', aber '],
  es: [', y ', ' y ', ' y además ', ', también ', ', pero '],
  fr: [', et ', ' et ', ' et en plus ', ', mais aussi ', ', et également '],
  pt: [', e ', ' e ', ' e além disso ', ', e também ', ', mas '],
}
