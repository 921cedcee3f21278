/** The page's own style: no font, script or picture comes from elsewhere. */
export const style = `
:root { color-scheme: light dark; --ink: #1d2433; --soft: #5b6577; --line: #d8dde6; --back: #fff; --panel: #f5f7fa; --get: #17663a; --post: #8a3b12; --link: #1f4fbf; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8f0; --soft: #9aa5b8; --line: #353d4c; --back: #14181f; --panel: #1d232d; --get: #6fcf97; --post: #f2a66f; --link: #8fb0ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--back); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--line); } h3 { font-size: 1.05rem; margin: 1.25rem 0 .4rem; }
a { color: var(--link); } .en { color: var(--soft); font-size: .9em; } p { margin: .4rem 0; }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .75rem; overflow-x: auto; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: .75rem 0; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .4rem 0; background: var(--back); }
summary { cursor: pointer; padding: .5rem .75rem; display: grid; grid-template-columns: 3.25rem 1fr; gap: 0 .5rem; align-items: baseline; }
summary::-webkit-details-marker { display: none; } summary:hover, details[open] > summary { background: var(--panel); }
summary .title { grid-column: 2; } .method { font-weight: 700; font-size: .8rem; letter-spacing: .03em; } .GET { color: var(--get); } .POST { color: var(--post); }
.inside { padding: .25rem .75rem .75rem; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .4rem 0; } dt { color: var(--soft); } dd { margin: 0; min-width: 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); } th { color: var(--soft); font-weight: 500; white-space: nowrap; }
td:first-child code { white-space: nowrap; } .must { color: var(--post); }
@media (max-width: 36rem) { body { padding: 1rem .75rem 3rem; } dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } td:first-child code { white-space: normal; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --back: #fff; --panel: #f4f4f4; --get: #000; --post: #000; --link: #000; } body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; } details, tr { break-inside: avoid; } details::details-content { content-visibility: visible; height: auto; } h2, h3, summary { break-after: avoid; } }
`;
