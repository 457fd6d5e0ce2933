/** Whether a text is nothing but an address people may open. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/u.test(text.trim())
