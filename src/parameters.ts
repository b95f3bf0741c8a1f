/**
 * The parameters of random networks alone: what help and checks of a paper about them need, without any network.
 *
 * @module lemmacheck/parameters
 */
export * from "./samplers/parameters.js";
