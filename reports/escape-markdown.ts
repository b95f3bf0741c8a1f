import { visible } from "./visible.js";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as a Markdown table cell: no markup, no HTML, no cell or line breaks. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replaceAll(/[\\`*_{}[\]|#~$!]/g, String.raw`\$&`)
    .replaceAll(/[&<>]/g, (character) => ENTITIES[character])
    .replaceAll(/\s+/g, " ");
}
