import { defineConfig } from "lemmacheck";
import { paper as projections } from "../own-paper/paper.js";
import { paper as coupons } from "./coupons.js";

export default defineConfig({ papers: [coupons, projections] });
