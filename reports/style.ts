import { COLOURS, FIGURE_STYLE } from "./figure-style.js";
import { MATH_FONT } from "./math-font.js";
import { STACKED_STYLE } from "./stacked-style.js";

/** The page's style; light and dark. */
export const STYLE = `@font-face{font-family:"Lemmacheck Math";src:url(data:font/woff2;base64,${MATH_FONT}) format("woff2")}
${COLOURS}
*{box-sizing:border-box}
body{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",sans-serif;margin:0;background:var(--bg);color:var(--ink);overflow-wrap:break-word}
math{font-family:"Lemmacheck Math","STIX Two Math","Latin Modern Math","Cambria Math",math;font-size:1.12em}
math{font-feature-settings:"dtls" off;line-height:normal;letter-spacing:normal;text-indent:0}mo.tml-prime{transform:translateY(.3em)}mfrac>:nth-child(2),msqrt,mover>:first-child{math-shift:compact}
sub,sup{line-height:0}a{color:var(--link);text-underline-offset:.15em}code{font:.82em ui-monospace,"SFMono-Regular",Menlo,"DejaVu Sans Mono",monospace;color:var(--soft)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 1.5rem}header{padding-top:2.2rem}
.kicker{text-transform:uppercase;letter-spacing:.09em;font-size:.78rem;color:var(--soft);margin:0}
h1{font-size:clamp(1.5rem,2.6vw,2.3rem);line-height:1.18;margin:.35rem 0 .3rem;max-width:52rem;letter-spacing:-.01em}
.authors{margin:0;color:var(--soft)}
.finding{font-size:clamp(1.1rem,1.6vw,1.35rem);line-height:1.42;max-width:56rem;margin:1.3rem 0 1rem;border-left:4px solid var(--bad);padding-left:1rem}
.finding.clean{border-color:var(--good)}
h2{font-size:1.35rem;margin:3rem 0 .6rem;letter-spacing:-.005em}h3{font-size:1.06rem;margin:1.1rem 0 .3rem}summary h3{margin:0;display:inline}h4{font-size:.95rem;margin:0 0 .35rem}
p{margin:.4rem 0 .8rem;max-width:56rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.6rem;padding:0;margin:1.2rem 0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:.6rem;padding:.55rem .8rem;font-size:.86rem;color:var(--soft);line-height:1.35}
.tiles strong{display:block;font-size:1.65rem;line-height:1.15;color:var(--ink);font-variant-numeric:tabular-nums}
.tiles .bad strong{color:var(--bad)}.tiles .gap strong{color:var(--unsure)}.tiles .fails strong{color:var(--purple)}.tiles .good strong{color:var(--good)}
.counts{color:var(--soft);font-size:.9rem}nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:1rem 0 0;list-style:none}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem 2.5rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.4rem 0;font-size:.92rem}.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}.facts dt{color:var(--soft)}
pre{white-space:pre-wrap;background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;overflow-x:auto;font:.82rem/1.5 ui-monospace,"SFMono-Regular",Menlo,"DejaVu Sans Mono",monospace;max-width:60rem}pre code{font:inherit;color:inherit}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:.6rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.88rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .7rem;border-bottom:1px solid var(--line);font-weight:400}tr:last-child>*{border-bottom:0}
thead th{font-weight:600;background:var(--panel);white-space:nowrap}thead button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit}
thead button::after{content:" ↕";color:var(--soft)}[aria-sort=ascending] button::after{content:" ↑"}[aria-sort=descending] button::after{content:" ↓"}
.number{text-align:right;white-space:nowrap}.ledger th[scope=row]{width:100%;min-width:14rem;max-width:0}.ledger td:nth-child(5){min-width:9rem;font-size:.84rem}.ledger td.number:nth-child(6){white-space:normal;min-width:7.5rem}
.ledger th[scope=row]>a{font-weight:600}
.formula{padding:.1rem 0;font-size:.86em;overflow-x:auto}.formula math{display:flex;flex-wrap:wrap;align-items:baseline;row-gap:.25em}
.rows td{white-space:nowrap}.rows td:last-child{white-space:normal;min-width:20rem;color:var(--soft)}tr.vacuous td{color:var(--soft)}
.badge{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:.02rem .6rem;font-size:.8rem;white-space:nowrap;color:var(--soft)}
.badge.holds{color:var(--good)}.badge.false{color:var(--bad);font-weight:600}.badge.gap{color:var(--unsure);font-weight:600}.badge.fails{color:var(--purple);font-weight:600}
td.supported,dd.supported{color:var(--good)}td.refuted{color:var(--bad);font-weight:600}td.inconclusive{color:var(--unsure)}tr.vacuous td.supported{color:var(--soft)}
a.false,a.gap,a.fails{color:var(--bad)}
.controls{display:flex;flex-wrap:wrap;gap:.5rem 1.2rem;align-items:center;margin:0 0 .7rem;font-size:.9rem}.controls[hidden]{display:none}
.controls input,.controls select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:.4rem;padding:.25rem .5rem;max-width:15rem}.controls output{color:var(--soft)}
main>section{content-visibility:auto;contain-intrinsic-size:auto 60rem;margin:0 -4px;padding:0 4px}
.statement{border-top:1px solid var(--line);content-visibility:auto;contain-intrinsic-size:auto 3.2rem}
.statement>summary,.section-title{padding:.6rem 0}.statement>summary{cursor:pointer;display:flex;flex-wrap:wrap;gap:.3rem .8rem;align-items:center}.statement>summary::before{content:"▸";color:var(--soft)}.statement[open]>summary::before{content:"▾"}
.statement>summary::-webkit-details-marker{display:none}.statement>summary .badge{margin-left:auto}
.body{padding:0 0 1.6rem;scroll-margin-top:4rem}
.section-title{font-size:1.02rem;margin:1.4rem 0 0;color:var(--soft)}
.math{overflow-x:auto;overflow-y:hidden;padding:.4rem .2rem;margin:.4rem 0}.math math{display:block;width:max-content;max-width:none;text-align:left}
.assuming{font-size:.92rem}.assuming math{font-size:1.05em}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--soft);max-width:56rem}
.repair{border-left:3px solid var(--good);padding-left:1rem;margin:1rem 0}
details.not,details.rows-of{margin:.6rem 0}summary{cursor:pointer}
.body dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;font-size:.92rem}.body dd{margin:0}.body dt{color:var(--soft)}
.figures{display:grid;grid-auto-flow:dense;grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr));gap:1.6rem 2rem;margin:1rem 0}
.figures.small{grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr))}.statement>summary .about{color:var(--soft);font-size:.9rem}
figure{margin:0;min-width:0}figcaption{font-size:.86rem;color:var(--soft);margin-top:.35rem;max-width:46rem}
.figure{width:100%;height:auto;display:block}figure{overflow-x:auto}.wide{grid-column:1/-1}
.frontiers{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,36rem),1fr));gap:2.2rem 2.4rem}
.graph-box{border:1px solid var(--line);border-radius:.6rem;overflow-x:auto;padding:.6rem}
.node{cursor:pointer;text-decoration:none}.node:focus-visible{outline:none}.node:focus-visible .box{stroke:var(--link);stroke-width:3.5}.node:hover .box{filter:brightness(.96)}
.graph.focused [data-node],.graph.focused [data-from]{opacity:.13}.graph.focused .on[data-node],.graph.focused .on[data-from]{opacity:1}.focused .node.at .box{stroke-width:4}
.graph-note:empty{display:none}.graph-note{margin:.5rem 0 0}
.legend dl,.columns{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;font-size:.9rem}.columns dd{margin:0}
footer{border-top:1px solid var(--line);margin-top:4rem;padding-top:1rem;padding-bottom:3rem;color:var(--soft);font-size:.88rem}
.changes td.better{color:var(--good)}.changes td.worse{color:var(--bad)}
@media (max-width:40rem){body{font-size:15px}header,main,footer{padding-left:1rem;padding-right:1rem}.facts,.body dl,.columns{grid-template-columns:1fr}.facts dt,.body dt,.columns dt{margin-top:.4rem}.statement>summary .badge{margin-left:0}}
@media print{.figure{min-width:0!important}.controls,.save{display:none}.scroll,.graph-box{overflow:visible;border:0}main>section,.statement{content-visibility:visible;break-inside:auto}figure{break-inside:avoid;overflow:visible}h2,h3,h4,.section-title,summary{break-after:avoid}.frontiers,.figures{grid-template-columns:1fr 1fr}body{font-size:10pt}.rows{font-size:7pt}.rows td,.rows th{white-space:normal;min-width:0!important;padding:.15rem .3rem;overflow-wrap:anywhere}}
${STACKED_STYLE}${FIGURE_STYLE}`;
