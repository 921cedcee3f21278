import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { list, type Route, resource, rowOf, type Viewing } from "../../../../shared/http/index.ts";
import { maskedNumber, partyName } from "../../../../shared/parties/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { leadsToGuide } from "../../guides/index.ts";
import { type Ban, ban, banMoves, standingBan } from "../domain/ban/ban.ts";

const date = z.iso.date();
const document = z.strictObject({
  kind: z.enum(["judgment", "review-decision"]),
  organ: lineOf(100),
  number: lineOf(60),
  date,
});
const banView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["recorded", "lifted"]),
  item: z.string(),
  holder: z.object({ kind: z.string(), name: z.string(), idNumber: z.string() }),
  findings: z.array(
    z.object({
      ground: z.string(),
      source: z.string(),
      from: date,
      until: date.optional(),
      bar: limitSchema.optional(),
    }),
  ),
  /** Until when no application is received; absent: none is refused for this. */
  barredUntil: date.optional(),
  liftedOn: date.optional(),
  document: document.optional(),
});

/** A record in a list: what was found is read by its id. */
const banRow = banView.pick({
  id: true,
  version: true,
  status: true,
  item: true,
  holder: true,
  barredUntil: true,
  liftedOn: true,
});

function view({ id, version, state }: Loaded<Ban>, { runtime: { clock } }: Viewing) {
  const { holder } = state;
  const until = standingBan(state, todayIn(clock()))?.bar.due;
  return {
    id,
    version,
    status: state.status,
    item: state.item,
    holder: { kind: holder.kind, name: partyName(holder), idNumber: maskedNumber(holder) },
    findings: state.findings.map((finding) => ({ ...finding })),
    ...(until == null ? {} : { barredUntil: until }),
    ...(state.status === "lifted" ? { liftedOn: state.liftedOn, document: state.document } : {}),
  };
}

const readers = ["clerk", "reviewer", "approver", "supervisor", "leader", "archivist"] as const;

/** Those who receive and decide know of each. */
const bans = resource({
  of: ban,
  at: "/permits/bans",
  staff: readers,
  moves: banMoves,
  statusOf: ({ status }) => status,
  returns: banView,
  view,
  links: ({ state: { item } }) => [leadsToGuide(item)],
});

/** Who may not apply, and since when (XK-78, XK-79): for those who receive and decide, the person masked. */
export const banRoutes: readonly Route[] = [
  list("GET /permits/bans", {
    summary: {
      zh: "虚假申请记录和禁止申请期：默认为现在不得申请的",
      en: "Findings of falsehood and bars; by default those who may not apply today",
    },
    allow: readers,
    of: ban,
    query: { item: lineOf(20).optional(), standing: z.enum(["true", "false"]).default("true") },
    sorts: ["barredUntil"],
    returns: banRow,
    find: ({ query, runtime }) => {
      const from = query.standing === "true" ? { from: todayIn(runtime.clock()).toString() } : {};
      const place =
        query.item === undefined
          ? { index: "byStatus", partition: "ban:recorded" }
          : { index: "byCode", partition: `ban:${query.item}` };
      return { ...place, ...from };
    },
    keep: ({ state }, { query, runtime }) =>
      query.standing === "false" || standingBan(state, todayIn(runtime.clock())) !== undefined,
    view: rowOf(banRow, view),
  }),
  bans.read({ zh: "一条虚假申请记录", en: "One record of falsehood" }, readers),
  bans.step("lift", {
    summary: {
      zh: "凭判决或者复议决定解除禁止申请期",
      en: "Lift a bar on the strength of a judgment or a decision on review",
    },
    allow: ["approver", "leader"],
    body: z.strictObject({ document }),
    run: ({ body }) => ({ type: "lift", ...body }),
  }),
];
