// What is none is passed as if it were one.
// oxlint-disable typescript/no-unsafe-type-assertion
import { describe, expect, test } from "vitest";
import { uniform } from "../chance/bits.js";
import { AuditError } from "./audit-error.js";
import { AUDIT, auditElsewhere, auditTask } from "./audit-job.js";
import { auditTasks, COMPUTE, DRAW, readComputed } from "./audit-tasks.js";
import { localRunner } from "./campaign/local-runner.js";
import type { Runner, Work } from "./campaign/runner.js";
import { executorOver } from "./executor-over.js";
import { gamma } from "./gamma.js";
import { type Json, toJson } from "./json.js";
import { localExecutor } from "./local-executor.js";
import type { OpenPaper } from "./open-paper.js";
import { unpackBatch } from "./packed-batch.js";
import { definePaper } from "./paper.js";
import { portableQuestion, questionKey, readQuestion } from "./portable-question.js";
import { runCampaign } from "./run-campaign.js";
import { defineSampler } from "./sampler.js";
import { errorReply, resultOf, taskServer } from "./task-server.js";
import { madeUp } from "./testing/made-up.js";

const claim = madeUp({
  draw: defineSampler({ id: "uniform", parameters: [], cost: () => 1, draw: (_, random) => uniform(random("u")) }),
  observed: (u: number) => u,
  forms: { printed: { bound: ({ gamma: share }: { gamma: number }) => 1 - share / 2 } },
});
const computed = madeUp({ id: "computed" });
const throwing = madeUp({
  id: "throwing",
  observed: () => {
    throw new Error("oops");
  },
});
const paper = definePaper({
  id: "own",
  title: "Own",
  authors: [],
  year: 2020,
  source: "nowhere",
  parameters: [gamma],
  claims: [claim, computed, throwing],
  tasks: {
    "own-task": async () => ({
      run: async (payload, { notify }) => {
        notify(1, 2);
        if (payload === "wait") await new Promise((resolve) => setTimeout(resolve, 520));
        notify(2, 2);
        if (payload === "throw") throw new TypeError("thrown");
        return [payload];
      },
      isResult: () => true,
    }),
  },
});
const open: OpenPaper = {
  paper,
  claims: paper.claims,
  claim: paper.claim,
  parameters: paper.parameters,
  additions: {},
  place: { home: "", config: null, configName: "", paper: "own" },
};
const question = { claim, cell: { gamma: 0.1 } } as const;
const call = { additions: {}, notify: () => undefined };
const tasks = auditTasks(open);
const payload = (rest: Record<string, Json>): Json => ({ question: portableQuestion(question), ...rest });

describe("tasks of every paper", () => {
  test("by name", () =>
    expect(Object.keys(tasks)).toEqual([
      "audit/show",
      "audit/probe",
      "audit/right-sides",
      "audit/whole",
      "audit/compute",
      "audit/draw",
    ]));

  test("draws are numbered, and come back as they are", async () => {
    const [four, two] = [
      await tasks[DRAW].run(payload({ from: 0, to: 4 }), call),
      await tasks[DRAW].run(payload({ from: 2, to: 4 }), call),
    ];
    const [all, last] = [unpackBatch(four, 4), unpackBatch(two, 2)];
    expect(last?.lower).toEqual(all?.lower.slice(2));
    expect([...(all?.lower ?? []), ...(all?.bound ?? [])]).toMatchSnapshot();
    expect(tasks[DRAW].isResult(four, payload({ from: 0, to: 4 }))).toBe(true);
    expect(tasks[DRAW].isResult(four, payload({ from: 0, to: 3 }))).toBe(false);
    for (const [from, to] of [
      [0, 0],
      [-1, 1],
      [0.5, 2],
      ["0", 1],
      [1, null],
      [0, 2 ** 20 + 1],
    ] as const)
      await expect(tasks[DRAW].run(payload({ from, to }), call)).rejects.toThrow(
        new RangeError(
          `draws that were asked for are ${JSON.stringify(from)} to ${JSON.stringify(to)}; they must be numbered draws`,
        ),
      );
    expect(() => tasks[DRAW].isResult(four, 1)).toThrow("draws that were asked for are missing to missing");
    expect(tasks[DRAW].isResult(four, { from: 7, to: 7 + 2 ** 20 })).toBe(false);
  });

  test("what is computed comes back as it is", async () => {
    const asked = { question: portableQuestion({ claim: computed, cell: { gamma: 0.1 } }), method: null };
    const found = readComputed(await tasks[COMPUTE].run(asked, call));
    const here = await localExecutor().compute({ claim: computed, cell: { gamma: 0.1 } }, undefined);
    expect({ ...found, row: { ...found?.row, milliseconds: 0 } }).toEqual({
      ...here,
      row: { ...here.row, milliseconds: 0 },
    });
    const drawn = await tasks[COMPUTE].run(payload({ method: "exact" }), call);
    expect(drawn).toMatchObject({
      drawable: false,
      row: { verdict: "inconclusive", method: "exact", reason: "made-up has no exact method here" },
    });
    expect([readComputed(drawn)?.drawable, tasks[COMPUTE].isResult(drawn, 1)]).toEqual([
      (await localExecutor().compute(question, "exact")).drawable,
      true,
    ]);
    expect(readComputed({ row: null, drawable: true })).toEqual({ row: null, drawable: true });
    for (const wrong of [
      null,
      [],
      {},
      { drawable: true },
      { row: null },
      { row: null, drawable: 1 },
      { row: {}, drawable: true },
    ])
      expect(readComputed(wrong as Json)).toBeNull();
    expect(tasks[COMPUTE].isResult(null, 1)).toBe(false);
  });

  test("a question is one of a claim that there is", async () => {
    await expect(
      tasks[DRAW].run({ question: { ...portableQuestion(question), claim: "other" }, from: 0, to: 1 }, call),
    ).rejects.toThrow(new RangeError("claim is other; own has none of that id"));
    const good = portableQuestion({
      ...question,
      form: "printed",
      stream: "cell",
      seed: "2",
      paper: null,
      mutant: null,
    });
    expect(readQuestion(good)).toEqual(good);
    expect(readQuestion({ claim: "a", cell: { k: 1, w: "x" } })).toEqual({ claim: "a", cell: { k: 1, w: "x" } });
    const wrong: Json[] = [
      null,
      [],
      "x",
      {},
      ...[
        { claim: 1 },
        { cell: 1 },
        { cell: { a: null } },
        { form: "other" },
        { stream: "other" },
        { seed: 1 },
        { paper: 1 },
        { mutant: 1 },
        { repair: {} },
      ].map((changes) => ({ ...good, ...changes })),
    ];
    for (const one of [...wrong, undefined])
      expect(() => readQuestion(one)).toThrow(
        new RangeError("a question that arrived is none; it must have a claim, a cell, a form and a seed"),
      );
    expect(questionKey({ ...question, seed: "2" })).toBe('{"claim":"made-up","cell":{"gamma":0.1},"seed":"2"}');
    expect(portableQuestion(question, { kind: "constant", factor: 2 })).toEqual({
      claim: "made-up",
      cell: { gamma: 0.1 },
      repair: { kind: "constant", factor: 2 },
    });
  });

  test("a whole audit, with the draws and the level that were asked for", async () => {
    const server = taskServer(open);
    const asked: Work[] = [];
    const runner: Runner = {
      grain: 1,
      ahead: 1,
      close: async () => undefined,
      run: async (work) => {
        asked.push(work);
        return resultOf(await server.serve(work));
      },
    };
    const row = await auditElsewhere(runner, question, { method: "sampled", draws: 128, alpha: 0.01 }, 7);
    expect(row).toMatchObject({ claim: "made-up", draws: 128, alpha: 0.01, method: "sampled" });
    expect(asked[0]).toEqual({
      task: AUDIT,
      payload: { question: portableQuestion(question), method: "sampled", draws: 128, alpha: 0.01 },
      rank: -1,
      seconds: 7,
    });
    const plain = await auditElsewhere(runner, question, { method: undefined }, 7);
    expect([plain.alpha, plain.verdict]).toEqual([1e-10, "supported"]);
    const task = auditTask({}, async () => question);
    expect([task.isResult(toJson(row), 1), task.isResult({}, 1)]).toEqual([true, false]);
    await expect(task.run(null, call)).rejects.toThrow("a question that arrived is none");
  });
});

describe("who serves tasks", () => {
  test("finds those of audits and of the paper, and no others", async () => {
    const server = taskServer(open);
    expect(await server.task(DRAW)).toHaveProperty("isResult");
    expect(await server.serve({ task: "own-task", payload: 3 })).toEqual({ value: [3] });
    expect(await server.serve({ task: "other", payload: 3 })).toEqual({
      error: { of: "input", message: "task is other; own has none of that name" },
    });
    expect(await server.serve({ task: "toString", payload: 3 })).toMatchObject({ error: { of: "input" } });
    expect(await server.serve({ task: "own-task", payload: "throw" })).toEqual({
      error: { of: "program", message: "thrown" },
    });
    const oops = await server.serve({
      task: AUDIT,
      payload: { question: portableQuestion({ claim: throwing, cell: { gamma: 0.1 } }) },
    });
    expect(oops).toMatchObject({
      error: { of: "claim", message: expect.stringMatching(/^throwing \(printed\) at .*oops$/) },
    });
  });

  test("says how far a long job has come, not too often", async () => {
    const said: unknown[] = [];
    const server = taskServer(open, (progress) => said.push(progress));
    await server.serve({ task: "own-task", payload: "now" });
    expect(said).toEqual([]);
    await server.serve({ task: "own-task", payload: "wait" });
    expect(said).toEqual([{ what: "own-task", done: 2, total: 2 }]);
  });

  test("what was thrown there is thrown here", () => {
    const thrown = [new AuditError("a"), new RangeError("b"), new TypeError("c"), "d"].map(errorReply);
    expect(thrown).toEqual([
      { error: { of: "claim", message: "a" } },
      { error: { of: "input", message: "b" } },
      { error: { of: "program", message: "c" } },
      { error: { of: "program", message: "d" } },
    ]);
    expect(() => resultOf(thrown[0])).toThrow(new AuditError("a"));
    expect(() => resultOf(thrown[0])).toThrow(AuditError);
    expect(() => resultOf(thrown[1])).toThrow(RangeError);
    expect(() => resultOf(thrown[2])).not.toThrow(RangeError);
    expect(() => resultOf(thrown[2])).toThrow(new Error("c"));
    expect(resultOf({ value: null })).toBeNull();
  });

  test("in this thread, until it is closed", async () => {
    const runner = localRunner(open);
    expect([runner.grain, runner.ahead, await runner.run({ task: "own-task", payload: 1 })]).toEqual([1, 1, [1]]);
    await runner.close();
    await expect(runner.run({ task: "own-task", payload: 1 })).rejects.toThrow(new Error("no more jobs are taken"));
    await runner.close(new Error("other"));
    await expect(runner.run({ task: "own-task", payload: 1 })).rejects.toThrow("other");
  });
});

describe("audits whose work others do", () => {
  /** Whoever does jobs notes them. */
  function noting(change: (task: string, value: Json) => Json = (_, value) => value) {
    const asked: Work[] = [];
    const server = taskServer(open);
    const runner: Runner = {
      grain: 2,
      ahead: 3,
      close: async () => undefined,
      async run(work) {
        asked.push(work);
        return change(work.task, resultOf(await server.serve(work)));
      },
    };
    return { asked, runner };
  }
  const ranges = (asked: readonly Work[]) =>
    asked.map(({ payload: of, rank }) => [(of as { from: number }).from, (of as { to: number }).to, rank].join(" "));

  test("ask for draws ahead, in order, and no more than are wanted", async () => {
    const { asked, runner } = noting();
    const lower: number[] = [];
    for await (const batch of executorOver(runner, null, 9).source(question, 100, 8)) lower.push(...batch.lower);
    expect(lower).toHaveLength(100);
    const here: number[] = [];
    for await (const batch of localExecutor().source(question, 100, 8)) here.push(...batch.lower);
    expect(lower).toEqual(here);
    expect(ranges(asked)).toEqual(["0 16 0", "16 32 16", "32 48 32", "48 64 48", "64 80 64", "80 96 80", "96 100 96"]);
    expect(asked.every(({ task, seconds }) => task === DRAW && seconds === 9)).toBe(true);
    const { asked: few, runner: other } = noting();
    for await (const batch of executorOver(other).source(question, 1000, 8, 40)) {
      expect(batch.lower).toHaveLength(16);
      break;
    }
    expect(ranges(few)).toEqual(["40 56 40", "56 72 56", "72 88 72", "88 104 88"]);
    expect(few.every(({ signal, seconds }) => signal?.aborted && seconds === undefined)).toBe(true);
  });

  test("come to the same rows, and refuse replies that are none", async () => {
    const { asked, runner } = noting();
    const options = { executor: executorOver(runner), draws: 640 };
    const [there, here] = [await runCampaign([question], options), await runCampaign([question], { draws: 640 })];
    expect({ ...there[0], milliseconds: 0 }).toEqual({ ...here[0], milliseconds: 0 });
    expect(asked[0]).toMatchObject({ task: COMPUTE, rank: -1, payload: { method: null } });
    const executor = executorOver(noting(() => null).runner);
    await expect(executor.compute(question, undefined)).rejects.toThrow(new Error("a worker computed nothing"));
    await expect(executor.probe(question, { cell: question.cell, raise: "none" }, { gaussians: 1 })).rejects.toThrow(
      new Error("a worker looked at nothing"),
    );
    await expect(executor.source(question, 4, 4)[Symbol.asyncIterator]().next()).rejects.toThrow(
      new Error("a worker gave no draws"),
    );
    const seen = await executorOver(runner).probe(
      question,
      { cell: question.cell, raise: "none" },
      { gaussians: 1e4, seconds: 4 },
    );
    expect(seen).toEqual(
      await localExecutor().probe(question, { cell: question.cell, raise: "none" }, { gaussians: 1e4 }),
    );
    expect(asked.at(-1)).toMatchObject({ task: "audit/probe", rank: -1, seconds: 4 });
  });

  test("a campaign takes rows that it knows, of its claim and form alone, and keeps the others", async () => {
    const [kept, told] = [new Map<string, Json>(), [] as unknown[]];
    const records = {
      get: (key: string) => kept.get(key),
      parts: () => [],
      add: (key: string, value: Json) => void kept.set(key, value),
      addPart: () => undefined,
    };
    const questions = [question, { claim: throwing, cell: { gamma: 0.2 } }, { claim: computed, cell: { gamma: 0.3 } }];
    const onRow = (row: { claim: string }, index: number, fresh: boolean) => told.push([row.claim, index, fresh]);
    const once = await runCampaign(questions, { records, draws: 64, onRow });
    expect(once.map(({ claim: id, verdict, reason }) => [id, verdict, reason])).toMatchSnapshot();
    const keys = questions.map((one) => questionKey(one));
    kept.set(keys[0], toJson({ ...once[0], claim: "other" }));
    kept.set(keys[2], toJson({ ...once[2], form: "repaired" }));
    const again = await runCampaign(questions, {
      records,
      onRow,
      concurrency: 2,
      each: (index) => (index === 0 ? { draws: 128 } : {}),
    });
    expect(again.map(({ draws }) => draws)).toEqual([128, null, null]);
    expect(told.slice(0, 3)).toEqual([
      ["made-up", 0, true],
      ["throwing", 1, true],
      ["computed", 2, true],
    ]);
    expect(told.slice(3)).toHaveLength(3);
    expect(told.slice(3)).toEqual(
      expect.arrayContaining([
        ["made-up", 0, true],
        ["throwing", 1, false],
        ["computed", 2, true],
      ]),
    );
    await expect(runCampaign([{ claim, cell: { gamma: 2 } }])).rejects.toThrow("gamma is 2");
  });
});
