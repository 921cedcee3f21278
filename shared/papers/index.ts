export type { Block, Column, DocumentContent, Draft, Field, Seal } from "./content.ts";
export { finishDocument } from "./finish.ts";
export { type Frame, officeName, officialName, reviewOrgan, type Standing } from "./frame.ts";
export { renderHtml } from "./html.ts";
export type { KeptFile, KeptPaper } from "./kept.ts";
export { type NumberSeries, nextNumberIn } from "./numbering.ts";
export { chineseDate, inChinese, plainDate, untilOf } from "./words.ts";
