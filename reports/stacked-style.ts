/** Tables on narrow screens: a card a row, each cell under the title of its column, so that nothing is cut off. */
export const STACKED_STYLE = `@media screen and (max-width:66rem){.stacked,.stacked tr,.stacked th[scope=row]{display:block}.stacked tr[hidden]{display:none}.stacked tbody{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:0 1rem}
.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stacked.ledger thead{position:static;width:auto;height:auto;clip-path:none;display:block}.stacked.ledger thead tr{display:flex;flex-wrap:wrap;background:var(--panel)}.stacked thead th{border:0}
.stacked tbody tr{border-bottom:1px solid var(--line);padding:.55rem 0}.stacked tbody tr:last-child{border:0}.stacked tbody th,.stacked tbody td{border:0;padding:.12rem .8rem;min-width:0!important;max-width:none!important}.stacked tbody th{font-weight:600}
.stacked .formula{font-size:.74em}.stacked tbody td{display:flex;gap:.6rem;text-align:left;white-space:normal;overflow-wrap:anywhere}.stacked tbody td:empty{display:none}.stacked tbody td::before{content:attr(data-title);flex:0 0 6.4rem;color:var(--soft);font-weight:400}}
`;
