#!/usr/bin/env node
import { main } from "lemmacheck/cli";

await main({ home: new URL("./paper.js", import.meta.url).href });
