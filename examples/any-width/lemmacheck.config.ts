import { defineConfig } from "lemmacheck";
import { generalActivations } from "./general-activations.js";
import { multiLayer } from "./multi-layer.js";

export default defineConfig({ papers: [generalActivations, multiLayer] });
