import * as z from "zod";
import { list, type Route, resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { leadsToPower, powerItems } from "../../powers/index.ts";
import { caseRegister, undecided } from "../domain/register.ts";
import type { CaseRegister } from "../domain/states.ts";

const day = z.iso.date();
const outcome = z.enum(["finish", "transfer"]);
const line = lineOf(300);

const settlement = z.object({ outcome, document: z.string(), to: z.string().optional(), on: day, by: z.string() });

const registerView = z.object({
  code: z.string(),
  version: z.int(),
  recall: z.object({ from: day, document: z.string(), by: z.enum(["county", "town"]).optional() }).optional(),
  /** Cases nobody has decided of yet. */
  undecided: z.array(z.string()),
  remindOn: day.optional(),
  /** What becomes of the certificates granted before. */
  certificates: settlement.optional(),
  cases: z.array(
    z.object({
      case: z.string(),
      openedOn: day,
      settlement: settlement.optional(),
    }),
  ),
});

/** A power in the list: how many cases there are. They are read by its code. */
const registerRow = registerView
  .pick({ code: true, version: true, recall: true, remindOn: true })
  .extend({ undecided: z.int(), cases: z.int() });

function view({ version, state }: Loaded<CaseRegister>) {
  const { code, open, recall, remindOn, certificates } = state;
  return {
    code,
    version,
    ...(recall === undefined ? {} : { recall }),
    undecided: undecided(state),
    ...(remindOn === undefined ? {} : { remindOn }),
    ...(certificates === undefined ? {} : { certificates }),
    cases: Object.entries(open).map(([id, { openedOn, settlement }]) => ({
      case: id,
      openedOn,
      ...(settlement === undefined ? {} : { settlement }),
    })),
  };
}

const readers = ["county", "leader", "supervisor", "approver", "legal-reviewer", "ops"] as const;

const runningCases = resource({
  of: caseRegister,
  at: "/powers/running-cases",
  staff: readers,
  returns: registerView,
  view,
  links: ({ id }) => [leadsToPower(id)],
});

powerItems.linked(({ id }) => [runningCases.link("running-cases", { zh: "在办案件", en: "Cases under way" }, id)]);

/** Cases under way when a power is recalled: listed, and decided of one by one. The id is the power's code. */
export const runningCaseRoutes: readonly Route[] = [
  list("GET /powers/running-cases", {
    summary: { zh: "已收回而尚有在办案件待处理的职权", en: "Recalled powers with cases of which nobody has decided" },
    allow: readers,
    of: caseRegister,
    sorts: ["code"],
    returns: registerRow,
    find: () => ({ index: "byCode", partition: "running-cases" }),
    view: (loaded) => {
      const whole = view(loaded);
      return registerRow.parse({ ...whole, undecided: whole.undecided.length, cases: whole.cases.length });
    },
  }),
  runningCases.read({ zh: "某项职权的在办案件", en: "The cases under way under a power" }, readers),
  runningCases.step("settle", {
    summary: { zh: "书面决定在办案件：继续办结或移送", en: "Decide in writing: finish the case, or hand it on" },
    allow: ["county", "leader"],
    body: z.strictObject({ case: lineOf(100), outcome, document: line, to: line.optional() }),
    tries: ({ state }) =>
      Object.keys(state?.open ?? {}).map((id) => ({ case: id, outcome: "finish" as const, document: "示例" })),
    run: ({ body: { to, ...body } }) => ({
      type: "settle",
      ...body,
      ...(to === undefined ? {} : { to }),
    }),
  }),
  runningCases.step("settle-certificates", {
    summary: {
      zh: "书面决定收回前所发证件的管理：由本镇继续管理或移送",
      en: "Decide in writing who looks after the certificates granted before: the town, or another organ",
    },
    allow: ["county", "leader"],
    body: z.strictObject({ outcome, document: line, to: line.optional() }),
    tries: () => [{ outcome: "finish" as const, document: "示例" }],
    run: ({ body: { to, ...body } }) => ({
      type: "settle-certificates",
      ...body,
      ...(to === undefined ? {} : { to }),
    }),
  }),
];
