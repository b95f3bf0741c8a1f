/** What a report may hold of texts from outside: each of these names what is wrong with a text of one, or gives null. */

const VOID = new Set(["meta", "br", "hr", "img", "input", "link", "path", "line", "circle", "rect", "polyline"]);
const RAW = new Set(["script", "style", "title", "textarea"]);
const ATTRIBUTE = /\s*([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?|\s*\//y;

/** The tags of a page, each with its attributes, as a browser would read them, and the texts of its scripts. */
function readHtml(html) {
  const [tags, scripts] = [[], []];
  let at = 0;
  for (let open = html.indexOf("<", at); open >= 0; open = html.indexOf("<", at)) {
    const comment = html.startsWith("<!--", open);
    const head = /<(\/?)([a-zA-Z][^\s/>]*)/y;
    head.lastIndex = open;
    const found = head.exec(html);
    if (comment || found === null) {
      at = comment ? html.indexOf("-->", open) + 3 : open + 1;
      if (comment && at < open) break;
      continue;
    }
    const [start, slash, typed] = found;
    const attributes = new Map();
    ATTRIBUTE.lastIndex = open + start.length;
    let end = ATTRIBUTE.lastIndex;
    for (let own = ATTRIBUTE.exec(html); own !== null; own = ATTRIBUTE.exec(html)) {
      if (own[1] !== undefined) attributes.set(own[1].toLowerCase(), own[2] ?? own[3] ?? own[4] ?? "");
      end = ATTRIBUTE.lastIndex;
    }
    at = html.indexOf(">", end) + 1;
    if (at === 0) break;
    const name = typed.toLowerCase();
    tags.push({ name, closes: slash === "/", attributes, selfClosing: html[at - 2] === "/" });
    if (slash === "" && RAW.has(name)) {
      const rest = html.slice(at);
      const close = rest.search(new RegExp(`</${name}[\\s/>]`, "i"));
      if (name === "script") scripts.push(close < 0 ? rest : rest.slice(0, close));
      at = close < 0 ? html.length : at + close;
    }
  }
  return { tags, scripts };
}

/** Whether every tag is closed in its turn. */
function isNested(tags) {
  const open = [];
  for (const { name, closes, selfClosing } of tags) {
    if (selfClosing || VOID.has(name)) continue;
    if (!closes) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

/** What pages of harmless rows consist of. */
export function htmlKnown(pages) {
  const all = pages.map(readHtml);
  const known = { scripts: JSON.stringify(all[0].scripts), tags: new Set(), attributes: new Set() };
  for (const { tags } of all)
    for (const { name, attributes } of tags) {
      known.tags.add(name);
      for (const own of attributes.keys()) known.attributes.add(own);
    }
  return known;
}

const TARGET = /^(?:#|rows\.(?:csv|jsonl|parquet)$|tables\.tex$|report\.md$|figures\/[^/]*$)/;

/** @param texts from outside that are in it. */
export function htmlFault(html, known, texts = []) {
  const { tags, scripts } = readHtml(html);
  if (JSON.stringify(scripts) !== known.scripts) return "a script of another in HTML";
  for (const { name, attributes } of tags) {
    if (!known.tags.has(name)) return `a tag from outside in HTML: ${name.slice(0, 40)}`;
    for (const [own, value] of attributes) {
      if (own.startsWith("on") || !known.attributes.has(own))
        return `an attribute from outside in HTML: ${own.slice(0, 40)}`;
      if (["href", "src", "action", "xlink:href"].includes(own) && !TARGET.test(value))
        return `an address from outside in HTML: ${value.slice(0, 40)}`;
    }
  }
  if (!isNested(tags)) return "tags that do not nest in HTML";
  const plain = texts.find(
    (text) => /["'<>]/.test(text) && text.length > 6 && html.includes(text) && !scripts[0].includes(text),
  );
  return plain === undefined ? null : `a text that is not escaped in HTML: ${plain.slice(0, 40)}`;
}

const COMMANDS = new Set(
  `textbackslash textasciitilde textasciicircum textless textgreater textbar textquotedbl texttt textbf textsubscript textsuperscript ldots item section
  begin end footnotesize toprule midrule endhead bottomrule raggedright arraybackslash`.split(/\s+/),
);
const UNSAFE_IN_MATH = /^(?:input|include|write|def|let|read|csname|catcode|open|immediate|special|href|url|begin|end)/;
const ENVIRONMENTS = [
  ["document", "longtable"],
  ["document", "longtable", "description"],
].map(String);
const ROW_LINE = / \\\\$/;

/** @param harmless the document of harmless rows: before its body nothing is from outside. */
export function latexFault(latex, harmless) {
  const BODY = String.raw`\begin{document}`;
  const [preamble, body] = [latex.slice(0, latex.indexOf(BODY)), latex.slice(latex.indexOf(BODY))];
  if (preamble !== harmless.slice(0, harmless.indexOf(BODY))) return "a preamble from outside in LaTeX";
  if (/\^\^/.test(body)) return "an escaped character in LaTeX";
  let [depth, math] = [0, false];
  for (const [, command, symbol, plain] of body.matchAll(/\\([a-zA-Z]+)|\\([^a-zA-Z])|([{}$%#^_])/g)) {
    if (plain === "{") depth++;
    else if (plain === "}") depth--;
    else if (plain !== undefined && !(math && /[\^_]/.test(plain))) return `${plain} from outside in LaTeX`;
    else if (symbol === "(" || symbol === ")") math = symbol === "(";
    else if (command !== undefined && (math ? UNSAFE_IN_MATH.test(command) : !COMMANDS.has(command)))
      return `a command from outside in LaTeX: ${command.slice(0, 40)}`;
    if (depth < 0) break;
  }
  if (depth !== 0 || math) return "braces that do not balance in LaTeX";
  const environments = [...body.matchAll(/\\begin\{(\w+)\}/g)].map(([, name]) => name);
  const ends = [...body.matchAll(/\\end\{(\w+)\}/g)];
  if (!ENVIRONMENTS.includes(String(environments)) || ends.length !== environments.length)
    return "environments from outside in LaTeX";
  const lines = body.split("\n").filter((line) => ROW_LINE.test(line));
  if (lines.some((line) => line.replaceAll(/\\[\\&]/g, "").split("&").length !== 6))
    return "columns from outside in LaTeX";
  const cells = body
    .split("\n")
    .filter((line) => !ROW_LINE.test(line))
    .join("\n");
  return /[^\\]&/.test(cells) ? "& from outside in LaTeX" : null;
}

/** The records of a file of CSV, as RFC 4180 has them. */
function readCsv(text) {
  const records = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (found === null) return null;
    records.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] === "\r\n") records.push([]);
  }
  return records;
}

/** What spreadsheets take for a formula. */
const FORMULA = /^[\s\u00a0\u3000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
const NUMBERS = /^[-+.\de]+(?: [-+.\de]*)*$/;

/** @param count how many rows it has. @param texts those columns that hold texts. */
export function csvFault(text, count, texts) {
  const records = readCsv(text);
  if (records === null) return "a quote out of place in CSV";
  const [titles, ...rows] = records;
  const ended = rows.pop();
  if (ended?.length !== 0 || rows.length !== count) return `${rows.length} records of ${count} rows in CSV`;
  if (rows.some(({ length }) => length !== titles.length)) return "columns from outside in CSV";
  for (const record of [titles, ...rows])
    for (const [i, own] of record.entries())
      if (FORMULA.test(own) && (record === titles || texts.includes(titles[i]) || !NUMBERS.test(own)))
        return `a formula in CSV: ${JSON.stringify(own.slice(0, 40))}`;
  return null;
}

/** Outside of code nothing is a tag or leads away, and nothing from outside is a heading: `headings` is how many there may be. */
export function markdownFault(markdown, headings) {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/(`+)[^`\n][^\n]*?\1/g, "");
  if (/(?<!\\)<[a-zA-Z!/]/.test(prose)) return "HTML from outside in Markdown";
  if (/(?<!\\)\]\((?!#|[\w./-]*\))/.test(prose)) return "a link from outside in Markdown";
  const found = [...prose.matchAll(/^ {0,3}#+ /gm)].length;
  return found <= headings ? null : "headings from outside in Markdown";
}

/** What each of them must find, tried before any case: a check that cannot fail says nothing. */
export function checkInjections({ html, latex, csv, markdown, known, headings }) {
  const into = (text, at, planted) => text.replace(at, () => planted + at);
  const found = [
    ...[
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      '<p onload="x">',
      "</p>",
      "<p>",
      '<a href="javascript:x">',
      "<iframe>",
    ].map((planted) => htmlFault(into(html, "</main>", planted), known)),
    htmlFault(into(html, "</main>", '"><b>7e57</b>'), { ...known, tags: new Set([...known.tags, "b"]) }, [
      '"><b>7e57</b>',
    ]),
    htmlFault(html.replace("</script>", ";alert(1)</script>"), known),
    ...[
      "\\input{x}",
      "\\write18{x}",
      "{",
      "}",
      "$",
      "% x",
      "#",
      "^",
      "_",
      "\\def\\x{}",
      "^^5c",
      "\\begin{verbatim}",
      "\\end{document}",
      "&",
    ].map((planted) => latexFault(into(latex, "\\bottomrule", `${planted}\n`), latex)),
    latexFault(into(latex, "\\begin{document}", "\\input{x}"), latex),
    ...["=1", "+1", "-1", "@x", "\t1", " =1", '"x"y', "a,b", "\r\n"].map((planted) =>
      csvFault(into(csv, "lemma-1", `${planted},`).replace(`${planted},lemma-1`, planted), 1, ["claim"]),
    ),
    ...["<img src=x>", "[x](javascript:x)", "\n# heading\n"].map((planted) =>
      markdownFault(`${markdown}\n${planted}\n`, headings),
    ),
  ];
  const missed = found.indexOf(null);
  if (missed >= 0) throw new Error(`injection ${missed} is not found`);
  const fault =
    htmlFault(html, known) ??
    latexFault(latex, latex) ??
    csvFault(csv, 1, ["claim"]) ??
    markdownFault(markdown, headings);
  if (fault !== null) throw new Error(`in the report of a harmless row: ${fault}`);
}
