export { fontAssets } from "./font-assets.ts";
export { keepPaper } from "./keep.ts";
export { type DrawPaper, drawHere, type Printing, printPaper } from "./print.ts";
export { rareFontAssets } from "./rare-assets.ts";
