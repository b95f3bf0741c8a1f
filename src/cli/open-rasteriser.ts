import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { messageOf } from "../numbers/message-of.js";
import { UsageError } from "./usage-error.js";

/** The program that rasterises, an optional peer. */
const RASTERISER = "@resvg/resvg-wasm";

/** What is used of it. */
interface Rasteriser {
  initWasm(wasm: Uint8Array): Promise<void>;
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

/** Fonts that systems have, of which the first that is there sets the texts: the rasteriser brings none. */
const FONTS = [
  "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
  "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
  "/usr/share/fonts/TTF/DejaVuSans.ttf",
  "/Library/Fonts/Arial Unicode.ttf",
  "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
  "C:\\Windows\\Fonts\\segoeui.ttf",
];

/** Its module may be started once in a process. */
let started: Promise<void> | undefined;

async function fontThere(): Promise<Uint8Array> {
  for (const file of FONTS) {
    const font = await readFile(file).catch(() => null);
    if (font) return font;
  }
  throw new UsageError(`--png is asked for; a font must be there to set texts with, such as ${FONTS[0]}`);
}

/**
 * What makes an SVG a PNG, twice as large as it is drawn.
 *
 * @throws UsageError where the rasteriser is not installed, or no font is there.
 */
export async function openRasteriser(): Promise<(svg: string) => Uint8Array> {
  const loaded: Rasteriser = await import(RASTERISER).catch((error: unknown) => {
    throw new UsageError(
      `--png is asked for; ${RASTERISER} must be installed for it (${messageOf(error).split("\n")[0]})`,
    );
  });
  started ??= readFile(fileURLToPath(import.meta.resolve(`${RASTERISER}/index_bg.wasm`))).then(loaded.initWasm);
  await started;
  const options = {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontBuffers: [await fontThere()], defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" },
  };
  return (svg) => new loaded.Resvg(svg, options).render().asPng();
}
