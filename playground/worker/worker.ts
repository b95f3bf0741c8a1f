import { AuditError } from "lemmacheck";
import { catalogue } from "lemmacheck/activations";
import { oneStep } from "lemmacheck/networks";
import { claims } from "../../bounds/index.js";
import { escapeHtml } from "../../reports/escape-html.js";
import { pause } from "../../src/auditor/pause.js";
import { messageOf } from "../../src/numbers/message-of.js";
import type { Answer, Asked, Part } from "../messages.js";
import { activationPart } from "./activation-part.js";
import { calibrationPart } from "./calibration-part.js";
import { flipsPart } from "./flips-part.js";
import { frontierPart } from "./frontier-part.js";
import { ledgerPart, statementsHere } from "./ledger-part.js";
import { rayPart } from "./ray-part.js";
import { Mistyped, readSetting, type Setting } from "./setting.js";
import { theoremsPart } from "./theorems-part.js";

/** As much of a worker's global scope as is used here. */
declare const self: {
  postMessage(answer: Answer): void;
  addEventListener(type: "message", hear: (event: { readonly data: Asked }) => void): void;
};

const say = (answer: Answer) => self.postMessage(answer);

/** The largest width, times hidden layers, of which networks are drawn one after the other: a tenth of a second each. */
const MOST_WIDTH = 2 ** 24;

/** Milliseconds of a part's turn. */
const TURN = 40;

/** Those whose draws can be counted at every γ at once. */
const everyGamma = statementsHere(claims).filter(
  (claim) => claim.kind === "whp" && claim.everyGamma && claim.draw.id === oneStep.id,
);

const wordsOf = (error: unknown) => {
  if (error instanceof RangeError || error instanceof AuditError) return error.message;
  throw error;
};

/** A part whose law or statement refuses the setting says so in its place. */
const quietly = (part: () => string): string => {
  try {
    return part();
  } catch (error) {
    return `<p>${escapeHtml(wordsOf(error))}</p>`;
  }
};

type Steps = Iterator<string | null> | AsyncIterator<string | null>;

const tooLarge = (at: string, size: string) =>
  `<p>At ${at} a network takes too long to be drawn again and again; up to ${size} = 2^24 they are.</p>`;

/** What is told at once, before anything that takes long. */
function tellPictures(setting: Setting, tell: (part: Part, markup: string) => void): [Part, Steps][] {
  const { k, depth, statement } = setting;
  tell(
    "activation",
    quietly(() => activationPart(setting.psi)),
  );
  const own = everyGamma.find(({ id }) => id === statement) ?? everyGamma[0];
  const steps: [Part, Steps][] = [];
  if (k > MOST_WIDTH) tell("calibration", tooLarge(`k = ${k}`, "k"));
  else steps.push(["calibration", calibrationPart(own, setting)]);
  if (k * depth > MOST_WIDTH) {
    for (const part of ["ray", "flips"] as const) tell(part, tooLarge(`k = ${k} and L = ${depth}`, "k·L"));
    return steps;
  }
  tell(
    "ray",
    quietly(() => rayPart(setting)),
  );
  return [["flips", flipsPart(setting)], ...steps];
}

function tellTheorems(
  setting: Setting,
  tell: (part: Part, markup: string) => void,
  signal: AbortSignal,
): [Part, Steps][] {
  tell(
    "theorems",
    quietly(() => theoremsPart(setting)),
  );
  return [
    ["frontier", frontierPart(setting)],
    ["ledger", ledgerPart(claims, setting, signal)],
  ];
}

async function work(asked: Asked, signal: AbortSignal): Promise<void> {
  const { id, task } = asked;
  const tell = (part: Part, markup: string) => say({ type: "part", id, part, markup });
  let setting: Setting;
  try {
    setting = readSetting(asked);
  } catch (error) {
    if (!(error instanceof Mistyped)) throw error;
    say({ type: "wrong", id, field: error.field, text: error.message });
    return;
  }
  let open = task === "pictures" ? tellPictures(setting, tell) : tellTheorems(setting, tell, signal);
  // A while of each in turn, so that all of them fill up.
  while (open.length > 0) {
    const ended = new Set<Part>();
    for (const [part, steps] of open) {
      const began = performance.now();
      try {
        do {
          const { value, done } = await steps.next();
          if (done) ended.add(part);
          else if (value !== null) tell(part, value);
        } while (!ended.has(part) && performance.now() - began < TURN);
      } catch (error) {
        if (signal.aborted) throw error;
        tell(part, `<p>${escapeHtml(wordsOf(error))}</p>`);
        ended.add(part);
      }
      await pause(signal);
    }
    open = open.filter(([part]) => !ended.has(part));
  }
  say({ type: "done", id, task });
}

let last = new AbortController();

self.addEventListener("message", ({ data }) => {
  last.abort();
  const own = new AbortController();
  last = own;
  say({ type: "begun", id: data.id, task: data.task });
  work(data, own.signal).catch((error: unknown) => {
    if (!own.signal.aborted) say({ type: "failed", id: data.id, task: data.task, text: messageOf(error) });
  });
});

say({
  type: "ready",
  activations: catalogue.map(({ id }) => id),
  statements: everyGamma.map(({ id, label }) => ({ value: id, text: label })),
});
