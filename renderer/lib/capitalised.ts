/** With a capital first letter, as a name stands by itself. */
export const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
