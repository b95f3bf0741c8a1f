import { expect, test } from "vitest";
import { gamma } from "./gamma.js";
import type { OpenPaper } from "./open-paper.js";
import { definePaper } from "./paper.js";
import { readShown, SHOW, showJob } from "./show-task.js";
import { taskServer } from "./task-server.js";
import { madeUp } from "./testing/made-up.js";

const curve = { label: "", points: [{ x: 1, y: null, note: "" }] };
const picture = {
  title: "",
  caption: [],
  xLabel: "",
  yLabel: "",
  yDomain: [0, null] as const,
  legend: "",
  panels: [{ title: "", references: [], curves: [curve] }],
};

/** A paper that shows how many cells and records there are. */
const paper = definePaper({
  id: "shown",
  title: "A paper",
  authors: ["A. Author"],
  year: 2026,
  source: "nowhere",
  parameters: [gamma],
  claims: [madeUp()],
  exhibits: async () => ({
    reads: () => true,
    rooms: async ({ cells, records }) => [
      {
        id: "room",
        title: "Room",
        text: "",
        exhibits: [{ title: `${cells.length} ${records.length}`, pictures: [picture] }],
      },
    ],
  }),
});

const open: OpenPaper = {
  paper,
  parameters: paper.parameters,
  additions: {},
  place: { home: "", config: null, configName: "", paper: null },
  claims: () => paper.claims(),
  claim: (id) => paper.claim(id),
};

test("what is shown comes back as it was, with the maps of what was audited", async () => {
  const payload = showJob({ audited: ["made-up"], cells: [{ gamma: 0.1 }], records: [1, "two"] });
  const reply = await taskServer(open).serve({ task: SHOW, payload });
  const shown = "value" in reply ? readShown(reply.value) : null;
  expect(shown?.rooms[0].exhibits).toEqual([{ title: "1 2", pictures: [picture] }]);
  expect([...(shown?.maps.keys() ?? [])]).toEqual(["made-up"]);
});

test("what is no such job is refused, and what is no such result is none", async () => {
  const reply = await taskServer(open).serve({ task: SHOW, payload: { audited: 1 } });
  expect(reply).toHaveProperty("error.message", expect.stringContaining("it must have all three"));
  expect(readShown({ maps: [] })).toBeNull();
});
