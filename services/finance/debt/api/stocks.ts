import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, read, resource } from "../../../../shared/http/index.ts";
import { fen, sum } from "../../../../shared/money/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen, amountOrNone } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { ageBands, ageingOf } from "../domain/ageing.ts";
import { debt, debtsIn } from "../domain/decider.ts";
import {
  everyProject,
  type OpenProject,
  type ProjectOpening,
  projectMeans,
  projectOpening,
} from "../domain/project/project-opening.ts";
import { type DebtStock, debtStock, debtStockMoves, everyStock } from "../domain/stock/debt-stock.ts";
import { isDebtor } from "./debt-view.ts";

const day = z.iso.date();
const line = lineOf(200, 1);
const stockView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["counting", "locked"]),
  owedFen: z.int(),
  debtCount: z.int(),
  lockedOn: day.optional(),
  document: z.string().optional(),
  lockedFen: z.int().optional(),
});
const viewStock = ({ id, version, state }: Loaded<DebtStock>) => ({
  ...{ id, version, status: state.status, owedFen: state.owed, debtCount: state.count },
  ...present({ lockedOn: state.lockedOn, document: state.document, lockedFen: state.lockedFen }),
});
const stocks = resource({
  of: debtStock,
  at: "/finance/debt-stocks",
  staff: financeReaders,
  moves: debtStockMoves,
  statusOf: ({ status }) => status,
  returns: stockView,
  view: viewStock,
});

const source = z.object({ means: z.enum(projectMeans), amountFen: z.int(), document: z.string() });
const projectView = z.object({
  id: z.string(),
  version: z.int(),
  debtor: z.string(),
  project: z.string(),
  estimateFen: z.int(),
  sources: z.array(source),
  opinion: z.object({ number: z.string(), on: day }),
  openedOn: day,
});
const viewProject = ({ id, version, state }: Loaded<ProjectOpening>) => ({
  ...{ id, version, debtor: state.debtor, project: state.project, estimateFen: state.estimate },
  sources: state.sources.map(({ means, amount, document }) => ({ means, amountFen: amount, document })),
  ...{ opinion: state.opinion, openedOn: state.openedOn },
});
const projects = resource({
  ...{ of: projectOpening, at: "/finance/project-openings", staff: financeReaders },
  returns: projectView,
  view: viewProject,
});

const bands = Object.fromEntries(ageBands.map((band) => [band, z.int()]));

/** The stock of each debtor, its ageing, and the projects that may begin (F8). */
export const stockRoutes: readonly Route[] = [
  list("GET /finance/debt-stocks", {
    summary: { zh: "各债务人的债务总额和锁定数", en: "What each debtor owes, and the sum that was locked" },
    allow: financeReaders,
    of: debtStock,
    returns: stockView,
    find: () => ({ index: "byStatus", partition: everyStock }),
    view: viewStock,
  }),
  stocks.read({ zh: "一个债务人的债务总额", en: "What one debtor owes" }, financeReaders),
  stocks.step("lock", {
    summary: { zh: "锁定旧债：与文件所列合计一致", en: "Lock the old debt; it is the sum that the paper says" },
    allow: ["finance-approver"],
    body: z.strictObject({ document: line, owedFen: amountOrNone }),
    run: ({ body }) => ({ type: "lock", document: body.document, owed: body.owedFen }),
  }),
  stocks.history({ zh: "债务总额的经过", en: "History of a stock" }, financeReaders),
  read("GET /finance/debt-ageing", {
    summary: { zh: "债务账龄：按债务人", en: "How long debts are due, by debtor" },
    allow: financeReaders,
    returns: z.object({
      on: day,
      items: z.array(z.object({ debtor: z.string(), owedFen: z.int(), ages: z.object(bands) })),
      totalFen: z.int(),
    }),
    async run(_request, { store, clock }) {
      const on = todayIn(clock()).toString();
      const all = await everythingIn(store, debt, { index: "byStatus", partition: debtsIn("unpaid") });
      const ageing = ageingOf(
        on,
        all.map(({ state }) => state),
      );
      const items = [...ageing].map(([debtor, one]) => ({
        ...{ debtor, owedFen: sum(ageBands.map((band) => one[band])), ages: { ...one } },
      }));
      return { on, items, totalFen: sum(items.map(({ owedFen }) => fen(owedFen))) };
    },
  }),
  list("GET /finance/project-openings", {
    summary: { zh: "可以开工的项目", en: "Projects that may begin" },
    allow: financeReaders,
    of: projectOpening,
    sorts: ["on"],
    returns: projectView,
    find: () => ({ index: "byStatus", partition: everyProject, descending: true }),
    view: viewProject,
  }),
  create("POST /finance/project-openings", {
    summary: {
      zh: "登记项目开工：须有县级书面意见和落实的资金，不得举债、垫资",
      en: "Let a project begin: with the county's written opinion and its money, and none of it borrowed",
    },
    allow: ["finance-approver"],
    of: projectOpening,
    body: z.strictObject({
      debtor: lineOf(20, 1),
      project: line,
      estimateFen: amountFen,
      sources: z
        .array(z.strictObject({ means: z.enum(projectMeans), amountFen, document: line }))
        .min(1)
        .max(20),
      opinion: z.strictObject({ number: line, on: day }).exactOptional(),
    }),
    id: ({ unique }) => unique,
    run: ({ body: { estimateFen: estimate, sources, ...body }, runtime }): OpenProject => ({
      ...{ type: "open", ...body, estimate, isKnown: isDebtor(runtime, body.debtor) },
      sources: sources.map(({ amountFen: amount, ...one }) => ({ ...one, amount })),
    }),
    returns: projects.returns,
    view: projects.view,
  }),
  projects.read({ zh: "一个项目", en: "One project" }, financeReaders),
  projects.history({ zh: "项目登记的经过", en: "History of a project" }, financeReaders),
];
