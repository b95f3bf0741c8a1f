import type { Additions, Cell } from "./cell.js";
import type { Json } from "./json.js";
import type { Panels } from "./panels.js";

/** What a report is made of, for a paper that has something of its own to show there. */
export interface ReportGiven {
  /** The cells of the rows that are of the paper, each once. */
  readonly cells: readonly Cell[];
  /** What the paper's own commands have written, as the reader hands it over. */
  readonly records: readonly Json[];
  /** Somebody's own things by the parameter's name. */
  readonly additions: Additions;
}

/** One thing that is shown: what is known of it in words, and pictures. */
export interface Exhibit {
  readonly title: string;
  /** In a few words, beside the title. */
  readonly about?: string;
  /** Name and value. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  /** Lists below a heading. */
  readonly lists?: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly pictures?: readonly Panels[];
}

/** A part of the report that a paper brings: a section that lists its exhibits. */
export interface ExhibitRoom {
  /** Lower-case words joined by hyphens: its place in the page, and in the names of its figures. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly exhibits: readonly Exhibit[];
}
