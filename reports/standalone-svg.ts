import { STANDALONE_STYLE } from "./figure-style.js";

/** Links mean nothing outside of the page. */
const withoutLinks = (svg: string) => svg.replaceAll(/<a href="#[^"]*" /g, "<g ").replaceAll("</a>", "</g>");

/**
 * A figure as a file of its own: its styles inside, on a white ground, as large as it is in the page.
 */
export function standaloneSvg(figure: string): string {
  const [, width = "", height = ""] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(figure) ?? [];
  const open = figure.indexOf(">") + 1;
  const head = figure
    .slice(0, open)
    .replace("<svg ", `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `);
  return `${head}<style>${resolved(STANDALONE_STYLE)}</style><rect width="${width}" height="${height}" fill="#fff"/>${withoutLinks(figure.slice(open))}\n`;
}

/** The style with its colours written out: not every program that shows SVG knows custom properties. */
function resolved(style: string): string {
  const colours = new Map([...style.matchAll(/(--[\w-]+):([^;}]+)/g)].map(([, name, value]) => [name, value]));
  return style.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => colours.get(name) ?? "currentColor");
}
