/** The page's style; light and dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --good: #1a7f37; --bad: #cf222e; --unsure: #9a6700; --link: #0969da; }
@media (prefers-color-scheme: dark) { :root { --good: #3fb950; --bad: #ff7b72; --unsure: #d29922; --link: #58a6ff; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
h1 { margin-bottom: .25rem; } h2 { margin: 0 0 .25rem; } h2 small { font-weight: normal; font-size: .65em; opacity: .7; } p { margin: .25rem 0 .75rem; }
section { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1.25rem; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0; list-style: none; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .9rem; }
.counts strong { display: block; font-size: 1.5rem; line-height: 1.2; }
.scroll { overflow-x: auto; } .math { overflow-x: auto; padding: .5rem 0; } math { font-size: 1.2em; } blockquote { margin: .5rem 0; padding-left: .9rem; border-left: 3px solid var(--line); opacity: .85; }
.figures { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { margin: .5rem 0; max-width: 30rem; flex: 1 1 20rem; } figcaption { font-size: .85rem; opacity: .8; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { border-bottom-width: 2px; } .rows td:last-child { white-space: normal; min-width: 22rem; opacity: .8; }
.number { text-align: right; } .glance { width: auto; } .glance td:last-child { white-space: normal; min-width: 14rem; } .glance th[scope="row"] { font-weight: normal; border-bottom-width: 1px; } tr.vacuous { opacity: .6; } tr.vacuous .supported { color: inherit; }
.supported { color: var(--good); } .refuted { color: var(--bad); font-weight: 600; } .inconclusive { color: var(--unsure); }
summary { cursor: pointer; margin: .5rem 0; } .repaired { border-left: 3px solid var(--good); padding-left: .9rem; margin: .75rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dd { margin: 0; }
.figure { width: 100%; height: auto; font: 11px system-ui, sans-serif; } .figure text { fill: currentColor; }
.figure .grid { stroke: var(--soft); fill: none; } .figure .frame { stroke: currentColor; fill: none; opacity: .6; }
.figure .reference { stroke: currentColor; fill: none; opacity: .55; } .figure .dashed { stroke-dasharray: 5 4; }
.figure .mark { fill: currentColor; fill-opacity: .75; stroke: currentColor; } .figure .hollow { fill: none; stroke-dasharray: 2 1.5; }
.figure .whisker { stroke: currentColor; fill: none; stroke-width: 1.5; opacity: .7; } .figure .curve { stroke: currentColor; fill: none; stroke-width: 1.75; }
.figure .band { fill: currentColor; opacity: .15; } .figure .not-applicable { opacity: .35; }
`;
