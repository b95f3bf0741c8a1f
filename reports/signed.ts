/** A number's text with a minus sign in place of the hyphen. */
export const signed = (text: string): string => text.replace(/^-/, "−");
