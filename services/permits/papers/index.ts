import { part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { certificates } from "../certificates/index.ts";
import { documentRoutes } from "./api/documents.ts";
import { documentReactions } from "./reactions/document.ts";
import { documentAggregate } from "./retention.ts";
import { papersTitles } from "./titles.ts";

/** The papers that a town hands out (L11, XK-32-6). */
export const papers = part({
  asks: [cases, certificates],
  aggregates: [documentAggregate],
  routes: [...documentRoutes],
  subscriptions: [...documentReactions],
  titles: papersTitles,
});
