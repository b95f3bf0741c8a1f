/** A setup file for vitest: `setupFiles: ["lemmacheck/vitest/setup"]` adds the matchers to `expect`. */
import { expect } from "vitest";
import { lemmacheckMatchers } from "./matchers.js";

expect.extend(lemmacheckMatchers);
