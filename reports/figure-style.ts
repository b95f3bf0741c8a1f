/** The colours of the page and its figures; light, and what differs in the dark. */
const LIGHT = `--bg:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--panel:#f6f8fa;--grid:#e4e8ec;--good:#116329;--bad:#b3261e;--unsure:#7d4e00;--link:#0550ae;--purple:#6639ba;
--c0:#0550ae;--c1:#b35900;--c2:#116329;--c3:#8e2a8b;--c4:#a40e26;--c5:#3b6470;--c6:#6b5800;--c7:#444c56;
--r-practice:#2da44e;--r-says:#54aeff;--r-sharp:#8250df;--r-mend:#1f883d;--r-proof:#bf5700;--r-print:#cf222e;--r-exp:#1b1f24;
--t0:#0a4d8c;--t1:#2f74b5;--t2:#72a7d6;--t3:#b5d2ec;--t4:#e3eef8;--on0:#fff;--on4:#1b1f24;--bad-fill:#ffe3e0;--good-fill:#e6f6ea;--unsure-fill:#fff4d6;--purple-fill:#f1eafd;--none-fill:#f3f5f7`;
const DARK = `--bg:#0d1117;--ink:#e6edf3;--soft:#9ba6b2;--line:#363d47;--panel:#161b22;--grid:#232a33;--good:#56d364;--bad:#ff8f85;--unsure:#e3b341;--link:#79c0ff;--purple:#d2a8ff;
--c0:#79c0ff;--c1:#ffa657;--c2:#56d364;--c3:#e2a4ff;--c4:#ff938a;--c5:#8fd3e0;--c6:#e3c75b;--c7:#b1bac4;
--r-practice:#3fb950;--r-says:#58a6ff;--r-sharp:#bc8cff;--r-mend:#56d364;--r-proof:#f0883e;--r-print:#ff7b72;--r-exp:#e6edf3;
--t0:#a5d2ff;--t1:#5f9fdc;--t2:#346a9f;--t3:#24486d;--t4:#182c41;--on0:#0d1117;--on4:#e6edf3;--bad-fill:#3d1a1c;--good-fill:#12301c;--unsure-fill:#33280d;--purple-fill:#291f42;--none-fill:#1b2129`;

export const COLOURS = `:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT}}}`;

const SERIES = Array.from({ length: 8 }, (_, i) => `.figure .s${i}{color:var(--c${i})}`).join("");

/** How figures look, in the page and alone. */
export const FIGURE_STYLE = `.figure{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",sans-serif;color:var(--ink)}
.figure text{fill:var(--ink)}.figure .small{font-size:12px}.figure .axis{font-size:13px;font-weight:600}
.figure .grid{stroke:var(--grid);fill:none}.figure .frame{stroke:var(--soft);fill:none}
.figure .reference{stroke:var(--soft);fill:none;stroke-width:1.5}.figure .dashed{stroke-dasharray:6 4}
.figure .curve{stroke:currentColor;fill:none;stroke-width:2}.figure .band{fill:currentColor;opacity:.16}.figure .bands .band{opacity:1;fill-opacity:.05;stroke:currentColor;stroke-opacity:.3}
.figure .whisker{stroke:currentColor;fill:none;stroke-width:1.6}
.figure .mark{fill:currentColor;stroke:var(--bg);stroke-width:1}.figure .mark.hollow{fill:var(--bg);stroke:currentColor;stroke-width:1.5}
.figure .supported{color:var(--c0)}.figure .refuted{color:var(--bad)}.figure .inconclusive{color:var(--unsure)}.figure .not-applicable{color:var(--soft)}
.figure .s0 .supported,.figure .s1 .supported,.figure .s2 .supported,.figure .s3 .supported,.figure .s4 .supported,.figure .s5 .supported{color:inherit}
.figure .bar{fill:currentColor;opacity:.55}.figure .faint{stroke:var(--soft);fill:none;stroke-width:1;opacity:.45}
.figure .allowed{stroke:var(--ink);stroke-width:2.5;fill:none}
${SERIES}
.figure .region{stroke-width:1.8;stroke-linejoin:round}
.figure .region.practice{fill:var(--r-practice);fill-opacity:.12;stroke:var(--r-practice);stroke-dasharray:2 3}
.figure .region.informative{fill:var(--r-says);fill-opacity:.16;stroke:var(--r-says);stroke-width:1}
.figure .region.sharper{fill:var(--r-sharp);fill-opacity:.13;stroke:var(--r-sharp)}.figure .region.sharper.r1{stroke-dasharray:7 3}
.figure .region.repaired{fill:var(--r-mend);fill-opacity:.1;stroke:var(--r-mend)}
.figure .here{stroke:var(--bad);stroke-width:3;fill:none}
.figure .distance{stroke:var(--ink);stroke-width:1.6;fill:none}
.figure .region.proof{fill:var(--r-proof);fill-opacity:.06;stroke:var(--r-proof);stroke-dasharray:7 3}.figure .region.proof.r1{stroke-dasharray:2 3}
.figure .region.printed{fill:var(--r-print);fill-opacity:.14;stroke:var(--r-print);stroke-width:2.2}
.figure .region.experiments{fill:var(--r-exp);fill-opacity:.28;stroke:var(--r-exp);stroke-width:1.2}
.figure .level{paint-order:stroke;stroke:var(--bg);stroke-width:3px}.figure .name{font-weight:600;font-size:12.5px;paint-order:stroke;stroke:var(--bg);stroke-width:3px}.figure .name.printed{fill:var(--r-print)}.figure .name.proof{fill:var(--r-proof)}.figure .name.repaired,.figure .name.practice{fill:var(--good)}
.figure .tile{stroke:none}.figure .tile.none{fill:var(--none-fill)}.figure .tile.bad{fill:var(--bad-fill)}.figure text.bad{fill:var(--bad);font-weight:600}
.figure .tile.shade0{fill:var(--t0)}.figure .tile.shade1{fill:var(--t1)}.figure .tile.shade2{fill:var(--t2)}.figure .tile.shade3{fill:var(--t3)}.figure .tile.shade4{fill:var(--t4)}
.figure text.shade0{fill:var(--on0)}.figure text.shade1{fill:var(--on0)}.figure text.shade2,.figure text.shade3,.figure text.shade4{fill:var(--on4)}
.figure .hatch{stroke:var(--soft);stroke-width:1.4;fill:none;opacity:.6}.figure text.none{paint-order:stroke;stroke:var(--none-fill);stroke-width:4px}
.figure .edge{stroke:var(--soft);stroke-width:1.3;fill:none;marker-end:url(#arrow);opacity:.75}.figure .edge.proof{stroke-dasharray:5 3}.figure .arrow{fill:var(--soft)}
.figure .node .box{fill:var(--panel);stroke:var(--soft);stroke-width:1.6}.figure .node .glyph{font-weight:700}
.figure .node.holds .box{fill:var(--good-fill);stroke:var(--good)}.figure .node.holds .glyph{fill:var(--good)}
.figure .node.vacuous .box{stroke-dasharray:4 3}
.figure .node.false .box{fill:var(--bad-fill);stroke:var(--bad);stroke-width:2.2}.figure .node.false .glyph{fill:var(--bad)}
.figure .node.gap .box{fill:var(--unsure-fill);stroke:var(--unsure);stroke-width:2}.figure .node.gap .glyph{fill:var(--unsure)}
.figure .node.fails .box{fill:var(--purple-fill);stroke:var(--purple);stroke-width:2}.figure .node.fails .glyph{fill:var(--purple)}
.figure .node.undecided .box{stroke-dasharray:2 3}
.figure .halo{fill:none;stroke:var(--bad);stroke-width:1.4}
`;

/** The light colours alone, for a figure that stands by itself on whatever page. */
export const STANDALONE_STYLE = `svg{${LIGHT}}${FIGURE_STYLE}`;
