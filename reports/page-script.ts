/**
 * The page's own script: sorts, filters and searches the ledger, opens the statement that the address names, shows in the graph what it
 * rests on and what rests on it, and saves figures with their styles inside. The page is complete without it.
 */
export const SCRIPT = `"use strict";
(() => {
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const one = (selector, root = document) => root.querySelector(selector);

const table = one("table.ledger");
if (table) {
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const form = one(".controls");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const output = one("output", form);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const value = (name) => { const field = one('[data-filter="' + name + '"]', form); return field ? field.value : ""; };
    const [text, status, section, panel] = [value("text").trim().toLowerCase(), value("status"), value("section"), value("panel")];
    let shown = 0;
    rows.forEach((row, i) => {
      const own = row.dataset;
      const verdict = status === "" || own.status === status || (status === "refuted" && ["false", "gap", "fails"].includes(own.status)) || (status === "with-vacuous" && own.vacuous === "true");
      const fits = verdict && (text === "" || texts[i].includes(text)) && (section === "" || own.section === section) && (panel === "" || JSON.parse(own.panels).includes(panel));
      row.hidden = !fits;
      if (fits) shown++;
    });
    output.textContent = shown + " of " + rows.length + " statements";
  };
  form.addEventListener("input", filter);
  filter();
  all("thead th", table).forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const numeric = column === 0 || column === 1 || head.hasAttribute("data-numeric");
      const key = (row) => row.cells[column].dataset.key;
      const order = (a, b) => {
        const [x, y] = [key(a), key(b)];
        if (x === "" || y === "") return (x === "") - (y === "");
        const least = numeric ? Number(x) - Number(y) : x.localeCompare(y, undefined, { numeric: true });
        return down ? -least : least;
      };
      body.append(...rows.toSorted(order));
    });
  });
  document.addEventListener("keydown", (event) => {
    const field = one('[data-filter="text"]', form);
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); field.focus(); }
    if (event.key === "Escape" && document.activeElement === field) { field.value = ""; filter(); }
  });
}

const graphs = all("svg.graph");
const focus = (anchor) => graphs.forEach((graph) => {
  const nodes = all("[data-node]", graph);
  const edges = all("[data-from]", graph);
  const there = nodes.some((node) => node.dataset.node === anchor);
  graph.classList.toggle("focused", there);
  const reach = (from, to) => {
    const found = new Set([anchor]);
    for (const at of found) edges.forEach((edge) => { if (edge.dataset[from] === at) found.add(edge.dataset[to]); });
    return found;
  };
  const [below, above] = [reach("to", "from"), reach("from", "to")];
  nodes.forEach((node) => {
    const name = node.dataset.node;
    node.classList.toggle("on", below.has(name) || above.has(name));
    node.classList.toggle("at", name === anchor);
  });
  edges.forEach((edge) => {
    const { from, to } = edge.dataset;
    edge.classList.toggle("on", (below.has(from) && below.has(to)) || (above.has(from) && above.has(to)));
  });
  const note = graph.closest("section").querySelector(".graph-note");
  if (!note) return;
  note.textContent = "";
  const node = nodes.find((other) => other.dataset.node === anchor);
  if (!node) return;
  const link = document.createElement("a");
  link.href = "#" + anchor;
  link.dataset.read = "";
  link.textContent = "Read it";
  const clear = document.createElement("a");
  clear.href = "#graph";
  clear.textContent = "show all";
  note.append(one("title", node).textContent + ". It rests on " + (below.size - 1) + ", and " + (above.size - 1) + " rest on it. ", link, " · ", clear);
});
// Sections are parsed when they are opened, or when there is nothing else to do.
const sections = all("details.statement");
const fill = (details) => { const kept = one(":scope > noscript", details); if (kept) kept.outerHTML = kept.textContent; };
document.addEventListener("click", (event) => { const summary = event.target.closest("details.statement > summary"); if (summary) fill(summary.parentElement); }, true);
document.addEventListener("toggle", (event) => { if (event.target.matches("details.statement")) fill(event.target); }, true);
const soon = window.requestIdleCallback || ((next) => setTimeout(next, 50));
const fillNext = () => { const kept = one("details.statement > noscript"); if (kept) { fill(kept.parentElement); soon(fillNext); } };
addEventListener("load", () => soon(fillNext));
const anchorNow = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };
const open = (anchor, scroll) => {
  if (anchor === "") return;
  const target = document.getElementById(anchor);
  const details = target ? target.closest("details.statement") : sections.find((own) => own.dataset.of === anchor);
  if (!details) return;
  fill(details);
  details.open = true;
  if (scroll) details.scrollIntoView();
};
const arrive = (scroll) => { focus(anchorNow()); open(anchorNow(), scroll); };
graphs.forEach((graph) => graph.addEventListener("click", (event) => {
  const node = event.target.closest("[data-node]");
  if (!node || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  history.pushState(null, "", "#" + node.dataset.node);
  focus(node.dataset.node);
}));
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]:not([data-node])');
  if (link && link.getAttribute("href") === location.hash) arrive(true);
});
addEventListener("hashchange", () => arrive(true));
addEventListener("popstate", () => focus(anchorNow()));
arrive(anchorNow() !== "");

addEventListener("beforeprint", () => { sections.forEach(fill); all("details").forEach((details) => { details.dataset.was = details.open; details.open = true; }); });
addEventListener("afterprint", () => all("details").forEach((details) => { details.open = details.dataset.was === "true"; }));

const style = one("#figure-style");
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.save");
  if (!link) return;
  const svg = one("svg", link.closest("figure"));
  if (!svg || !style) return;
  event.preventDefault();
  const copy = svg.cloneNode(true);
  const [, , width, height] = svg.getAttribute("viewBox").split(" ");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const own = document.createElementNS("http://www.w3.org/2000/svg", "style");
  own.textContent = style.textContent;
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", width);
  ground.setAttribute("height", height);
  ground.setAttribute("fill", "#fff");
  copy.prepend(own, ground);
  const url = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
  const save = document.createElement("a");
  save.href = url;
  save.download = link.getAttribute("href").split("/").pop();
  save.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
});
})();
`;
