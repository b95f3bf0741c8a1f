import { expect, test, vi } from "vitest";
import { uniform } from "../chance/bits.js";
import type { Records } from "./campaign/records.js";
import { defineClaim } from "./define-claim.js";
import { gamma } from "./gamma.js";
import type { Json } from "./json.js";
import { localExecutor } from "./local-executor.js";
import { runCampaign } from "./run-campaign.js";

/** "U ≤ 0.95 with probability at least 0.95", which draws do not settle; each takes a millisecond by a clock of the test. */
function clocked() {
  let [now, draws] = [0, 0];
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const claim = defineClaim({
    id: "uniform",
    label: "Uniform",
    kind: "whp",
    quote: "",
    latex: "",
    nonClaims: [],
    parameters: [gamma],
    hypotheses: [],
    draw: {
      id: "uniform",
      parameters: [],
      cost: () => 1e5,
      draw: (_, random) => {
        now++;
        draws++;
        return uniform(random("u"));
      },
    },
    observed: (u) => u,
    relation: "<=",
    trivial: () => 1,
    forms: { printed: { bound: () => 0.95 } },
    cells: [{ gamma: [0.05] }],
    mutants: { half: { bound: () => 0.5, at: { gamma: 0.1 } } },
  });
  return { question: { claim, cell: { gamma: 0.05 } }, count: () => draws };
}

/** Records that fail once so many parts were kept: what a killed run leaves. */
function records(parts: Json[], most = Infinity): Records {
  return {
    get: () => undefined,
    parts: () => [...parts],
    add: () => undefined,
    addPart: (_, part) => {
      parts.push(part);
      if (parts.length >= most) throw new Error("killed");
    },
  };
}

test("a question that was cut goes on after the draws that were kept, to the same row", async () => {
  const { question, count } = clocked();
  const options = { draws: 9000, executor: localExecutor() };
  const [whole] = await runCampaign([question], options);
  const all = count();
  const parts: Json[] = [];
  await expect(runCampaign([question], { ...options, records: records(parts, 5) })).rejects.toThrow("killed");
  const cut = count() - all;
  expect(cut).toBeGreaterThan(4900);
  const [resumed] = await runCampaign([question], { ...options, records: records(parts) });
  expect({ ...resumed, milliseconds: 0 }).toEqual({ ...whole, milliseconds: 0 });
  // What was kept is not drawn again, but for the few draws by which draws are held to repeat themselves.
  expect(count() - all - cut).toBeLessThan(9000 - 4900 + 20);

  // A part that was lost, or damaged, is drawn again, and nothing else.
  const [first, , third, ...rest] = parts;
  const before = count();
  const [patched] = await runCampaign([question], {
    ...options,
    records: records([{ cell: 1 }, "x", first, third, ...rest]),
  });
  expect({ ...patched, milliseconds: 0 }).toEqual({ ...whole, milliseconds: 0 });
  expect(count() - before).toBeLessThan(2100);
});
