import { defineConfig } from "lemmacheck";
import { paper } from "./paper.js";

export default defineConfig({ papers: [paper] });
