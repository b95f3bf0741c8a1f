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
/** No normal variable is larger: the tail's last step is √(2·53·log 2) at most. */
export const MOST_NORMAL = 12.75;
/** One entry of 16 bytes a layer i: x_i·2⁻⁵⁰ and x_{i+1}², as doubles. */
export const ZIGGURAT = 4096;
/** LAYERS + 1 doubles: exp(−x_i²/2). */
export const DENSITIES = 20480;

/**
 * State of a stream of normal variables: two four-lane xoshiro128++ of 64 bytes each, of which a step makes two words of
 * 64 bits, then the one-lane xoshiro128++ that rejections draw from.
 */
export const STREAM_U = 28736;
export const STREAM_XI = 28928;
export const STREAM_COMPONENTS = 29120;
/** Offset of the one-lane generator in such a state. */
export const REJECTIONS = 128;
/** Bytes of such a state. */
export const STREAM_BYTES = 144;

/** Components of ξ along s_B of so many successive blocks, drawn together. */
export const COMPONENTS = 29312;
export const COMPONENT_BATCH = 16;

/** Numbers of the activation: see `PsiKernel`. */
export const PSI = 29440;
/** Up to MOST_ETAS step sizes η. */
export const ETAS = 29504;
export const MOST_ETAS = 8;
/** Sums of the first pass as pairs (sum, what it lost): f, Σs², Σus, Σ|u|, Σ‖s_B‖c_B. */
export const SUMS = 29568;
export const MOST_SUMS = 5;
/** Those of the second pass: Σ|v|, values, slopes. */
export const RAY_SUMS = 29648;
export const MOST_RAY_SUMS = 17;

/** Sums of `drawReluFast`: Σw, then for each η three of `flipped`. */
export const RELU_SUMS = 29920;
export const MOST_RELU_SUMS = 25;

/** ξ of a block. */
export const XI = 30336;

/** What a block of normal variables notes of its candidates to decide: 64 entries of 48 bytes. */
export const REPAIRS = 32384;
/** Constants, 96 bytes: see `prepareMemory`. */
export const CONSTANTS = 35456;

/** Table of the activation: MOST_ENTRIES entries of 8 coefficients, that of 0 at number CENTRE. */
export const TABLE = 35584;
export const ENTRY_BYTES = 64;
export const MOST_ENTRIES = 4096;
export const CENTRE = 2048;
/**
 * As many blocks as are kept: u, then ψ'(u) or v, then Σψ'(u)² as a double and a bound on |v| as another; a whole number
 * of cache lines apart.
 */
export const BLOCKS = 297728;
export const BLOCK_SQUARES = 4096;
export const BLOCK_BOUND = 4104;
export const BLOCK_STRIDE = 4160;

/** Kinds of activation kernels: piecewise polynomials, a slope on each side of 0, the sign, polynomials on a grid of their own. */
export const KIND_TABLE = 0;
export const KIND_TWO_SLOPES = 1;
export const KIND_SIGN = 2;
export const KIND_PLACED_TABLE = 3;

/** What the second pass finds in memory: nothing, u and ψ'(u), or u and v. */
export const FOUND_NOTHING = 0;
export const FOUND_S = 1;
export const FOUND_V = 2;
