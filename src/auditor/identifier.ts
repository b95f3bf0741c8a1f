/** Ids of claims and papers: lower-case words joined by hyphens, 100 characters at most. */
export const KEBAB = /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/;
