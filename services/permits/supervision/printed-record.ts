import { renderHtml } from "../../../shared/papers/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { type Held, recordSheet } from "./domain/inspection/sheet.ts";

/** The record of an inspection as a page for any printer (XK-61). */
export const printedRecord = (id: string, state: Held, town: TownProfile): string =>
  renderHtml(recordSheet(id, state, town));
