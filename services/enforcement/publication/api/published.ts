import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import {
  list,
  problem,
  type Route,
  read,
  readById,
  rowOf,
  severalOf,
  wholeNumber,
} from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { text } from "../../common/api/schemas.ts";
import { publication } from "../domain/decider.ts";
import { countedThings, monthFigures, monthsOf, totalsOf } from "../domain/figures.ts";
import { fellFor, type Publication } from "../domain/publication.ts";
import { publishedContent, viewContent } from "./publication-view.ts";

const date = z.iso.date();
const shownStatuses = ["published", "withdrawn"] as const;

const publishedView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(shownStatuses),
  number: officialNumber,
  decidedOn: date,
  organ: z.object({ name: text, uscc: z.string() }),
  until: date,
  content: publishedContent.optional(),
  /** CF-48: that it was withdrawn, and why. Of its content nothing is left. */
  withdrawal: z.object({ on: date, fell: z.enum(fellFor), document: z.string().optional() }).optional(),
});

/** CF-48a: shown until its day, also if the clockwork is behind. */
const isPublic = ({ status, credit }: Publication, today: string) =>
  (status === "published" || status === "withdrawn") && today < credit.until;

function viewPublished({ id, version, state }: Loaded<Publication>) {
  const { number, decidedOn, organ, credit } = state;
  const { status } = state;
  const about = { id, version, number, decidedOn, organ, until: credit.until };
  if (status === "published") return { ...about, status, content: viewContent(state.shown.content) };
  if (status !== "withdrawn") throw new TypeError("not public");
  const { goneOn, fell, document } = state;
  return { ...about, status, withdrawal: { on: goneOn, fell, ...present({ document }) } };
}

const publishedRow = publishedView
  .pick({ id: true, version: true, status: true, number: true, decidedOn: true, until: true, withdrawal: true })
  .extend({ party: z.string().optional(), items: z.array(z.string()).optional() });
const viewPublishedRow = rowOf(publishedRow, (loaded: Loaded<Publication>) => {
  const shown = viewPublished(loaded);
  const content = "content" in shown ? shown.content : undefined;
  return { ...shown, ...present({ party: content?.party.name, items: content?.items }) };
});

const statistics = z.object({
  year: z.int(),
  counts: z.array(z.object({ thing: z.enum(countedThings), count: z.int() })),
});

/** What everybody reads (E10, CF-48): decisions with social effect, those withdrawn, and the statistics of a year that is over. */
export const publishedRoutes: readonly Route[] = [
  list("GET /enforcement/published-decisions", {
    summary: { zh: "公开的行政处罚决定（公众）", en: "Published decisions, for everybody" },
    allow: "public",
    of: publication,
    query: { status: severalOf(shownStatuses).optional(), item: lineOf(20).optional() },
    sorts: ["decidedOn"],
    returns: publishedRow,
    find: ({ query }) =>
      (query.status ?? (["published"] as const)).map((status) => ({
        index: "byStatus",
        partition: `publication:${status}`,
        descending: true,
      })),
    keep: ({ state }, { query, runtime }) =>
      isPublic(state, todayIn(runtime.clock()).toString()) &&
      (query.status ?? ["published"]).some((one) => one === state.status) &&
      (query.item === undefined || (state.status === "published" && state.codes.includes(query.item))),
    view: viewPublishedRow,
  }),
  {
    ...readById("GET /enforcement/published-decisions/{id}", {
      summary: { zh: "一项公开的行政处罚决定（公众）", en: "One published decision, for everybody" },
      allow: "public",
      of: publication,
      returns: publishedView,
      mayRead: ({ state }, _actor, { clock }) => isPublic(state, todayIn(clock()).toString()),
      view: viewPublished,
    }),
    // CF-48: what falls is gone at once, from no one's memory later.
    maxAge: 0,
  },
  read("GET /enforcement/statistics", {
    summary: {
      zh: "上一年度以前的行政执法统计（公众；不含金额，不分人员和中队）",
      en: "Statistics of a year that is over, for everybody: no sums, nothing by officer or squad",
    },
    allow: "public",
    query: z.strictObject({ year: wholeNumber(z.int().min(2020).max(2100)) }),
    returns: statistics,
    // CF-74, IN-8: a running count would be a target; so nobody reads the year that runs.
    async run({ query: { year } }, { store, clock }) {
      if (year >= todayIn(clock()).year)
        return problem(422, "enforcement.statistics-not-yet", { details: { year, rule: "CF-74" } });
      const months = await store.loadAll(monthFigures, monthsOf(year));
      return { year, counts: totalsOf(months.map(({ state }) => state)) };
    },
  }),
];
