/**
 * Holds src, bounds and reports to powers that are the same on every version of Node.js: `node scripts/check-powers.mjs
 * [ROOT]`. Exit code 1 and a line for each power that need not be; `pow` of src/numbers/pow.ts is for these.
 *
 * The same everywhere are x ** 2, 2 ** n where n is seen to be an integer, and powers of whole numbers without end where
 * an operand is seen to be one: 3n, BigInt(n). Tests, fixtures and what is named `testing` are left out.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";

const root = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, ".."));

const isTest = (file) => /\.test\.ts$|(^|\/)testing\//.test(file);

function sources() {
  return ["src", "bounds", "reports"].flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true })
      .map((file) => path.join(top, file))
      .filter((file) => file.endsWith(".ts") && !isTest(file))
      .toSorted(),
  );
}

const inside = (node) => (node.type === "ParenthesizedExpression" ? inside(node.expression) : node);
const isNumber = (node, value) => inside(node).type === "Literal" && inside(node).value === value;

/** The name of what is called of Math; null for other calls. */
const ofMath = ({ type, callee }) =>
  type === "CallExpression" && callee.type === "MemberExpression" && callee.object.name === "Math"
    ? callee.property.name
    : null;

/** Whether an expression is seen to be an integer. */
function isWhole(outer) {
  const node = inside(outer);
  if (node.type === "Literal") return Number.isInteger(node.value);
  if (node.type === "UnaryExpression") return node.operator === "-" && isWhole(node.argument);
  if (node.type === "BinaryExpression")
    return ["+", "-", "*"].includes(node.operator) && isWhole(node.left) && isWhole(node.right);
  const called = ofMath(node);
  if (called === "min" || called === "max") return node.arguments.every(isWhole);
  return ["floor", "ceil", "round", "trunc"].includes(called);
}

/** Whether an expression is seen to be a bigint. */
function isBig(outer) {
  const node = inside(outer);
  if (node.type === "Literal") return typeof node.value === "bigint";
  if (node.type === "UnaryExpression") return isBig(node.argument);
  if (node.type === "BinaryExpression") return isBig(node.left) || isBig(node.right);
  return node.type === "CallExpression" && node.callee.name === "BigInt";
}

function isSafe({ left, right }) {
  return isNumber(right, 2) || (isNumber(left, 2) && isWhole(right)) || isBig(left) || isBig(right);
}

const isPower = (node) =>
  (node.type === "BinaryExpression" && node.operator === "**" && !isSafe(node)) ||
  (node.type === "AssignmentExpression" && node.operator === "**=") ||
  (node.type === "MemberExpression" &&
    node.object.name === "Math" &&
    (node.property.name ?? node.property.value) === "pow");

/** The powers below a node of a syntax tree that may differ. */
function powersIn(node) {
  const below = Object.values(node)
    .flat()
    .filter((child) => typeof child?.type === "string")
    .flatMap(powersIn);
  return isPower(node) ? [node, ...below] : below;
}

let count = 0;
for (const file of sources()) {
  const text = readFileSync(path.join(root, file), "utf8");
  if (!/\*\*|\bpow\b/.test(text)) continue;
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`);
  for (const { start, end } of powersIn(program)) {
    const line = text.slice(0, start).split("\n").length;
    const shown = text.slice(start, end).replace(/\s+/g, " ");
    console.error(
      `${file}:${line}: ${shown} has other last bits on other versions of Node.js: use pow (CONTRIBUTING.md)`,
    );
    count++;
  }
}
console.log(`${count} powers that are not the same on every version of Node.js`);
process.exit(count > 0 ? 1 : 0);
