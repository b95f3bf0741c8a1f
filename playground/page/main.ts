import { COLOURS, FIGURE_STYLE } from "../../reports/figure-style.js";
import { STACKED_STYLE } from "../../reports/stacked-style.js";
import type { Answer, Asked, Choice, Field, Part, Task } from "../messages.js";
import AuditWorker from "../worker/worker.ts?worker&inline";

/** Milliseconds after which a worker that does not hear is ended and another one started. */
const PATIENCE = 900;
/** Milliseconds without a key before what is typed is taken. */
const TYPING = 250;

const TASKS: readonly Task[] = ["pictures", "statements"];
/** The statement whose calibration is shown first. */
const FIRST = "lemma-1";

const FIELDS = ["psi", "d", "k", "gamma", "depth"] as const;
/** Those of a cell of the statements. */
const OF_CELL = ["psi", "d", "k", "gamma"] as const;
const SLIDERS = ["d", "k", "gamma"] as const;

function element<E extends HTMLElement>(id: string, type: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`the page has no ${id}`);
}

const input = (id: string) => element(id, HTMLInputElement);
const statement = element("statement", HTMLSelectElement);
const state = element("state", HTMLParagraphElement);

const style = document.createElement("style");
style.textContent = `${COLOURS}${FIGURE_STYLE}${STACKED_STYLE}`;
document.head.prepend(style);

/** What the address asks for, as the page is opened. */
const wanted = new URLSearchParams(location.hash.slice(1));

let id = 0;
let network = 0;
let begin: ReturnType<typeof setTimeout> | undefined;
/** The tasks that are under way. */
const open = new Set<Task>();
/** Why a task of the last question ended without an answer. */
let failure = "";

/** A task ends: as it should, or by an error, which stays said until something else is asked. */
function end(task: Task, error = ""): void {
  open.delete(task);
  if (error !== "") failure = `The auditor stopped: ${error}`;
  if (failure !== "") state.textContent = failure;
  else if (open.size === 0) state.textContent = "Done: all networks are drawn, and all statements audited.";
}

/** What stands in the fields. */
const typed = (): Omit<Asked, "task"> => ({
  id,
  psi: input("psi").value,
  d: input("d").value,
  k: input("k").value,
  gamma: input("gamma").value,
  depth: input("depth").value,
  // The choices are the worker's to say.
  statement: statement.value || (wanted.get("statement") ?? FIRST),
  network,
});

/** A word of the command line, as a shell takes it. */
const quoted = (word: string) => (/^[\w./+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

function mistake(field: Field | null, text: string): void {
  for (const name of FIELDS) {
    const wrong = name === field;
    element(`${name}-wrong`, HTMLParagraphElement).textContent = wrong ? text : "";
    if (wrong) input(name).setAttribute("aria-invalid", "true");
    else input(name).removeAttribute("aria-invalid");
  }
}

/** The markup is the worker's: figures and tables of the house, with all text in it escaped. */
function show(part: Part, markup: string): void {
  const box = element(part, HTMLDivElement);
  const scrolled = box.querySelector(".scroll")?.scrollLeft ?? 0;
  const hadFocus = box.contains(document.activeElement);
  box.innerHTML = markup;
  const scroll = box.querySelector<HTMLElement>(".scroll");
  if (scroll) {
    scroll.scrollLeft = scrolled;
    if (hadFocus) scroll.focus();
  }
}

function choose(activations: readonly string[], statements: readonly Choice[]): void {
  element("activations", HTMLDataListElement).replaceChildren(...activations.map((own) => new Option(own, own)));
  if (statement.options.length > 0) return;
  statement.replaceChildren(...statements.map(({ value, text }) => new Option(text, value)));
  const asked = wanted.get("statement");
  statement.value = statements.some(({ value }) => value === asked) && asked !== null ? asked : FIRST;
}

/** A worker for one of the tasks, and what ends one that does not hear. */
function auditor(task: Task): { readonly ask: () => void } {
  let restart: ReturnType<typeof setTimeout> | undefined;
  let ready = false;
  let worker = started();
  function hear(answer: Answer): void {
    if (answer.type === "ready") {
      choose(answer.activations, answer.statements);
      ready = true;
      send();
      return;
    }
    if (answer.id !== id) return;
    switch (answer.type) {
      case "begun":
        clearTimeout(restart);
        break;
      case "wrong":
        mistake(answer.field, answer.text);
        open.delete(task);
        state.textContent = "Something is to be put right above; what is shown is of before.";
        break;
      case "part":
        element(answer.part, HTMLDivElement).classList.remove("old");
        show(answer.part, answer.markup);
        break;
      case "done":
        end(task);
        break;
      case "failed":
        end(task, answer.text);
    }
  }
  function started(): Worker {
    const own = new AuditWorker();
    own.addEventListener("message", (event: MessageEvent<Answer>) => {
      if (own === worker) hear(event.data);
    });
    own.addEventListener("error", (event) => {
      if (own !== worker) return;
      clearTimeout(restart);
      end(task, event.message);
    });
    return own;
  }
  function send(): void {
    if (!ready) return;
    // In the middle of a long evaluation it does not hear: another one asks again when it is ready.
    clearTimeout(restart);
    restart = setTimeout(() => {
      worker.terminate();
      ready = false;
      worker = started();
    }, PATIENCE);
    worker.postMessage({ ...typed(), task } satisfies Asked);
  }
  return { ask: send };
}

const auditors = TASKS.map(auditor);

function ask(): void {
  id++;
  const asked = typed();
  mistake(null, "");
  failure = "";
  for (const task of TASKS) open.add(task);
  state.textContent = "Drawing and auditing.";
  for (const part of document.querySelectorAll(".part")) part.classList.add("old");
  const kept = FIELDS.map((name) => [name, asked[name]]);
  history.replaceState(null, "", `#${new URLSearchParams([...kept, ["statement", asked.statement]])}`);
  element("command", HTMLElement).textContent =
    `lemmacheck audit ${asked.statement} ${OF_CELL.map((name) => `--${name} ${quoted(asked[name])}`).join(" ")}`;
  for (const own of auditors) own.ask();
}

function soon(): void {
  clearTimeout(begin);
  begin = setTimeout(ask, TYPING);
}

/** A value at a place of its slider: whole for sizes, two digits for γ. */
function atSlider(name: (typeof SLIDERS)[number]): string {
  const value = 10 ** Number(input(`${name}-slider`).value);
  return name === "gamma" ? String(Number(value.toPrecision(2))) : String(Math.round(Number(value.toPrecision(2))));
}

function moveSlider(name: (typeof SLIDERS)[number]): void {
  const log = Math.log10(Number(input(name).value));
  if (Number.isFinite(log)) input(`${name}-slider`).value = String(log);
}

for (const name of FIELDS) {
  const value = wanted.get(name);
  if (value !== null) input(name).value = value;
  input(name).addEventListener("input", soon);
}
for (const name of SLIDERS) {
  moveSlider(name);
  input(name).addEventListener("input", () => moveSlider(name));
  input(`${name}-slider`).addEventListener("input", () => {
    input(name).value = atSlider(name);
    soon();
  });
}
statement.addEventListener("change", ask);
element("next", HTMLButtonElement).addEventListener("click", () => {
  network++;
  ask();
});
element("controls", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
ask();
