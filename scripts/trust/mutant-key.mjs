/** What tells a mutant from all others of its file, lines and columns counted from 0. */
export const mutantKey = ({ location: { start, end }, mutatorName, replacement }) =>
  [start.line, start.column, end.line, end.column, mutatorName, replacement].join(" ");
