import { expect, test } from "vitest";
import { parseJson } from "../json.js";
import { queued, queueName, readQueued, readReply } from "./queue.js";

const PROGRAM = { version: "1.0.0", paper: "coins", config: null };
const WORK = { task: "count", payload: { from: 0, to: 7 } };

test("a job comes out of the queue as it went in, whatever the order of its members", () => {
  const job = queued(PROGRAM, WORK);
  expect(readQueued(parseJson(JSON.stringify(job)), PROGRAM)).toEqual(WORK);
  expect(readQueued({ ...WORK, program: { paper: "coins", config: null, version: "1.0.0" } }, PROGRAM)).toEqual(WORK);
});

test.each([null, 7, "job", [], {}, { task: 1, payload: {} }, { task: "count" }])("refuses %j", (x) => {
  expect(() => readQueued(x, PROGRAM)).toThrow("a job that arrived is none");
});

test("what is nested too deep to be gone through is neither a job nor a reply", () => {
  const nested = (depth: number) => parseJson(`${"[".repeat(depth)}${"]".repeat(depth)}`);
  const job = (depth: number) => ({ ...queued(PROGRAM, WORK), payload: nested(depth) });
  expect(readQueued(job(99), PROGRAM).payload).toEqual(nested(99));
  for (const depth of [100, 20_000]) {
    expect(() => readQueued(job(depth), PROGRAM)).toThrow("a job that arrived is none");
    expect(() => readQueued({ ...WORK, program: nested(depth) }, PROGRAM)).toThrow("a job that arrived is none");
    expect(readReply({ value: nested(depth) })).toBeNull();
  }
  expect(readReply({ value: nested(99) })).not.toBeNull();
});

test("refuses the job of another program, whose queue is another", () => {
  for (const other of [{ version: "1.0.1" }, { paper: "dice" }, { config: "ab" }]) {
    const program = { ...PROGRAM, ...other };
    expect(queueName(program)).not.toBe(queueName(PROGRAM));
    expect(() => readQueued(queued(program, WORK), PROGRAM)).toThrow("of another program");
  }
});

test("a reply is a value or an error, and nothing else", () => {
  expect(readReply({ value: null })).toEqual({ value: null });
  expect(readReply({ error: { of: "claim", message: "m", more: 1 } })).toEqual({
    error: { of: "claim", message: "m" },
  });
  for (const x of [
    null,
    1,
    "x",
    [],
    {},
    { error: "m" },
    { error: { of: "nobody", message: "m" } },
    { error: { of: "claim" } },
  ])
    expect(readReply(x)).toBeNull();
});
