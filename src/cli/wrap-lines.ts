/** What somebody may copy as a whole: JSON, and commands. */
const COPIED = /^\s*[{}[\]"]|(?:^|\s)(?:npx|npm|node)\s/;

const widthOf = (text: string) => Array.from(text.replaceAll(/\p{M}/gu, "")).length;

function wrapLine(line: string, columns: number): string {
  if (widthOf(line) <= columns || COPIED.test(line)) return line;
  const [indent] = /^ */.exec(line) ?? [""];
  const lines: string[] = [];
  let current = indent;
  for (const [spaces, word] of line.slice(indent.length).matchAll(/ *([^ ]+)/g)) {
    if (current.trim() !== "" && widthOf(current + spaces) > columns) {
      lines.push(current);
      current = `${indent}  ${word}`;
    } else current += spaces;
  }
  return [...lines, current].join("\n");
}

/**
 * Lines broken between words where a terminal would break within them, what follows set in by two more spaces. What is copied
 * as a whole stays on its line.
 *
 * @param columns of the terminal; too few of them, and nothing is broken.
 */
export function wrapLines(text: string, columns: number): string {
  if (!(columns >= 40)) return text;
  return text
    .split("\n")
    .map((line) => wrapLine(line, columns))
    .join("\n");
}
