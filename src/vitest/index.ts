/**
 * For tests under vitest: properties of claims, cells for fast-check, matchers. Importing it adds the matchers to
 * `expect`, types included.
 *
 * @module lemmacheck/vitest
 */
import { expect } from "vitest";
import { lemmacheckMatchers } from "./matchers.js";

export { type CellConstraints, cellArbitrary } from "../auditor/cell-arbitrary.js";
export { type AgreementOptions, type Disagreement, drawsAgree } from "../auditor/draws-agree.js";
export { type AuditPropertiesOptions, auditProperties } from "./audit-properties.js";
export type { AuditRecord } from "./audit-record.js";
export type { LemmacheckMatchers, SupportedOptions } from "./matchers.js";

// What an import of this module is for.
expect.extend(lemmacheckMatchers);
