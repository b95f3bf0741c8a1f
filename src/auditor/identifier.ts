/** Ids of claims and papers: lower-case words joined by hyphens. */
export const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
