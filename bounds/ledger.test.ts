import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Claim } from "lemmacheck";
import { afterAll, expect, test } from "vitest";
import { claims } from "./index.js";
import { claimRows, claimText } from "./testing/ledger-page.js";

const PAGE = path.resolve(import.meta.dirname, "../docs/ledger.md");
const HEAD = `# The ledger, claim by claim

What each claim says, where a default audit asks it, and what comes of it at the cells that the ledger names: a witness, at which
it holds and says something; where a false form is false; where each spoiled form must be refuted. Draws are few here (4 to 64), so
that what is decided by draws alone is often left open; audits, and \`properties/\`, take as many as they need. A test holds this page
to the ledger, value by value: \`LEMMACHECK_UPDATE_DOCS=1 npx vitest run bounds/ledger.test.ts\` writes it anew.
`;
const page = readFileSync(PAGE, "utf8");
const rows = new Map<string, string>();
const section = (claim: Claim) => `${claimText(claim)}\n\n${rows.get(claim.id) ?? ""}`;

test("what claims say is what docs/ledger.md has", () => {
  if (!process.env.LEMMACHECK_UPDATE_DOCS) for (const claim of claims) expect(page).toContain(section(claim));
});

test.each(claims)("$id: what comes of it is what docs/ledger.md has", async (claim) => {
  rows.set(claim.id, await claimRows(claim));
  if (!process.env.LEMMACHECK_UPDATE_DOCS) expect(page).toContain(`${section(claim)}\n`);
});

afterAll(() => {
  if (process.env.LEMMACHECK_UPDATE_DOCS) writeFileSync(PAGE, `${HEAD}\n${claims.map(section).join("\n\n")}\n`);
});
