import type { DocumentContent } from "../../papers/content.ts";

/** How large a letter is set: margins in millimetres, the rest in points. */
export interface Sizes {
  readonly top: number;
  readonly bottom: number;
  readonly text: number;
  readonly title: number;
  readonly table: number;
  readonly lineHeight: number;
  /** Above what stands in a cell; one point more below. */
  readonly padding: number;
  /** Between the parts of the head, and above the signature. */
  readonly gap: number;
}

/** 三号 and 二号, as GB/T 9704 wants them for text and title, 22 lines of 28 characters on a page; tables in 小四. */
const standard: Sizes = { top: 37, bottom: 35, text: 16, title: 22, table: 12, lineHeight: 1.25, padding: 3, gap: 24 };
/** The same with less between the lines, as the standard allows (5.2.3) so that the seal does not stand on a page alone. */
const closer: Sizes = { ...standard, top: 30, lineHeight: 1.1, padding: 2, gap: 16 };
/** 四号 and 二号, the smallest that a decision is set in; then with less between the lines. */
const smaller: Sizes = { ...standard, top: 30, text: 14, table: 11, padding: 2, gap: 18 };
const smallest: Sizes = { ...smaller, top: 26, bottom: 30, lineHeight: 1.1, padding: 1, gap: 14 };
/** 小四 and 小二 for papers of the counter, which the standard does not bind. */
const counter: Sizes = {
  top: 22,
  bottom: 30,
  text: 12,
  title: 18,
  table: 10.5,
  lineHeight: 1.25,
  padding: 1.5,
  gap: 14,
};
const counterCloser: Sizes = { ...counter, top: 18, lineHeight: 1.12, padding: 1, gap: 10 };

/** In which a letter may be set, the fairest first: one that then takes a single page is set so. */
export const sizesFor = ({ compact }: DocumentContent): readonly [Sizes, ...Sizes[]] =>
  compact ? [counter, counterCloser] : [standard, closer, smaller, smallest];
