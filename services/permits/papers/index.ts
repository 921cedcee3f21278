import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { certificates } from "../certificates/index.ts";
import { document } from "../documents/domain/document.ts";
import { documentRoutes } from "./api/documents.ts";
import { documentReactions } from "./reactions/document.ts";
import { endOfPaper, removePaper } from "./retention.ts";
import { papersTitles } from "./titles.ts";

/** The papers that a town hands out (L11, XK-32-6). */
export const papers = part({
  asks: [cases, certificates],
  aggregates: [aggregate(document, undefined, { endOf: endOfPaper, remove: removePaper })],
  routes: [...documentRoutes],
  subscriptions: [...documentReactions],
  titles: papersTitles,
});
