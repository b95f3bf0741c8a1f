/**
 * Where everything lies in a machine's memory, in bytes, for the WebAssembly kernels (compiled with this same file) and
 * their twin alike. Plain number constants only: AssemblyScript reads them as i32. Everything lies above BASE, which is
 * above the module's own static data, so no buffer can overlap it.
 */
export const BASE = 4096;

/** Neurons in a block: its arrays stay in the first-level cache. */
export const BLOCK = 256;
/** Bytes of one array of a block. */
export const BLOCK_BYTES = 2048;

/** Layers of the ziggurat. */
export const LAYERS = 1024;
/** One entry of 16 bytes a layer i: x_i·2⁻⁵⁰ and x_{i+1}², as doubles. */
export const ZIGGURAT = 4096;
/** LAYERS + 1 doubles: exp(−x_i²/2). */
export const DENSITIES = 20480;

/**
 * State of a stream of normal variables: two four-lane xoshiro128++ of 64 bytes each, for the high and the low halves of
 * the words, then the one-lane xoshiro128++ that rejections draw from.
 */
export const STREAM_U = 28736;
export const STREAM_XI = 28928;
export const STREAM_COMPONENTS = 29120;
/** Offset of the one-lane generator in such a state. */
export const REJECTIONS = 128;
/** Bytes of such a state. */
export const STREAM_BYTES = 144;
/** State of the stream of signs: one four-lane xoshiro128++. */
export const STREAM_A = 29312;

/** 256 bits: the signs of a block. The sign of neuron 128h + 2j + l is bit 63 − j of the 64-bit word 2h + l. */
export const SIGNS = 29440;
/** Components of ξ along s_B of so many successive blocks, drawn together. */
export const COMPONENTS = 29504;
export const COMPONENT_BATCH = 16;

/** Numbers of the activation: see `PsiKernel`. */
export const PSI = 29696;
/** Up to MOST_ETAS step sizes η. */
export const ETAS = 29760;
export const MOST_ETAS = 8;
/** Sums as pairs (sum, what it lost): first pass f, Σs², Σus, Σ|u|, Σ‖s_B‖c_B; second pass Σ|v|, values, slopes. */
export const SUMS = 29824;
export const MOST_SUMS = 17;
/** Sums of one block, plain doubles. */
export const BLOCK_SUMS = 30144;

/** All ones for a block's neurons that exist: always, and in the last block of a call. */
export const EVERY = 30720;
export const LAST = 32768;
/** ξ of a block. */
export const XI = 34816;

/** What a block of normal variables notes of its candidates to decide: 64 entries of 32 bytes. */
export const REPAIRS = 36864;
/** Constants of the ziggurat, 80 bytes: see `prepareMemory`. */
export const CONSTANTS = 38912;

/** Table of the activation: MOST_ENTRIES entries of 8 coefficients. */
export const TABLE = 39936;
export const ENTRY_BYTES = 64;
export const MOST_ENTRIES = 4096;
/** u, then s or v, of as many blocks as are kept. */
export const BLOCKS = 302080;

/** Kinds of activation kernels: piecewise polynomials, a slope on each side of 0, the sign. */
export const KIND_TABLE = 0;
export const KIND_TWO_SLOPES = 1;
export const KIND_SIGN = 2;

/** What the second pass finds in memory: nothing, u and s, or u and v. */
export const FOUND_NOTHING = 0;
export const FOUND_S = 1;
export const FOUND_V = 2;
