import type { Panels } from "../src/auditor/panels.js";
import type { Relief } from "../src/auditor/relief.js";
import { drawPanels } from "./draw-panels.js";
import { drawRelief } from "./draw-relief.js";

/** What a paper hands over to be drawn, as an SVG file. */
export const drawPicture = (picture: Panels | Relief) =>
  "panels" in picture ? drawPanels(picture) : drawRelief(picture);
