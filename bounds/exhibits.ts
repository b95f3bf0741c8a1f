import type { Exhibits, Json } from "lemmacheck";
import { activationRoom } from "./exhibits/activation-room.js";
import { figureRoom } from "./exhibits/figure-room.js";
import { isFigureRow } from "./experiments/is-figure-row.js";
import { isPracticeLine } from "./experiments/is-practice-line.js";

/** What the paper shows in reports beside its claims: the activations of the rows, and Section 4 where its points are given. */
export const exhibits: Exhibits = {
  reads: (record: Json) => isFigureRow(record) || isPracticeLine(record),
  rooms: async ({ cells, records, additions }) => [
    await activationRoom(cells, additions),
    figureRoom(records.filter(isFigureRow), additions),
  ],
};
