/**
 * A part of the page that is parsed when somebody opens it, or the browser has nothing else to do: with scripts a noscript element is
 * one text, without them it is its content. What is within must hold no other noscript.
 */
export const unread = (html: string): string => `<noscript>${html}</noscript>`;
