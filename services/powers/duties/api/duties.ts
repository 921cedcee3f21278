import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { type Actor, pick } from "../../../../shared/decider/index.ts";
import { create, dueOn, hasRole, list, type Route, read, resource, severalOf } from "../../../../shared/http/index.ts";
import { everythingIn, factReference, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { power } from "../../powers/domain/decider.ts";
import { leadsToPower } from "../../powers/index.ts";
import { dutiesOf, duty, dutyMoves, lacking } from "../domain/decider.ts";
import { type Duty, type DutyCommand, dutyStatuses, type Task } from "../domain/duty.ts";

const day = z.iso.date();
const line = lineOf(300);
const fen = z.int().min(0).max(100_000_000_000);
const approval = z.strictObject({ document: line, by: line, date: day });
const task = z.strictObject({
  title: line,
  basis: line,
  item: lineOf(40).optional(),
  period: z.strictObject({ from: day, to: day }),
  workload: z.strictObject({
    unit: lineOf(40),
    perYear: z.int().min(0).max(1_000_000),
    persons: z.int().min(0).max(500),
  }),
  moneyFen: fen,
  approval: approval.optional(),
});
const year = z.string().regex(/^20\d{2}$/);

const dutyView = z.object({
  ...task.shape,
  id: z.string(),
  version: z.int(),
  department: z.string(),
  status: z.enum(dutyStatuses),
  proposedOn: day,
  answer: limitSchema,
  overdue: z.boolean(),
  /** What the task still lacks, being on no list. */
  lacks: z.array(z.enum(["approval", "money"])),
  answeredOn: day.optional(),
  withdrawnOn: day.optional(),
  ground: z.string().optional(),
  reasons: z.string().optional(),
});

/** A task in a list: its basis, its workload and the reasons are read by its id. */
const dutyRow = dutyView
  .pick({
    id: true,
    version: true,
    title: true,
    department: true,
    status: true,
    proposedOn: true,
    overdue: true,
    lacks: true,
    answeredOn: true,
    withdrawnOn: true,
    ground: true,
  })
  .extend({ due: dueOn.optional() });

const view = ({ id, version, state }: Loaded<Duty>) => ({
  id,
  version,
  ...pick(state, [
    ...(["title", "basis", "item", "period", "workload", "moneyFen", "approval", "department", "status"] as const),
    ...(["proposedOn", "answer", "overdue", "answeredOn", "withdrawnOn", "ground", "reasons"] as const),
  ]),
  lacks: lacking(state),
});

const town = ["leader", "supervisor", "accountant", "finance-approver", "ops"] as const;
const readers = ["county", ...town] as const;

/** A department sees its own proposals, the town all of them. */
const onlyDepartment = (actor: Actor | undefined) => (hasRole(actor, town) ? undefined : (actor?.department ?? "-"));

const duties = resource({
  of: duty,
  at: "/powers/duties",
  staff: town,
  own: ({ state }, actor) => state.department === actor.department,
  moves: dutyMoves,
  statusOf: ({ status }) => status,
  returns: dutyView,
  view,
  links: ({ state: { item } }) => (item === undefined ? [] : [leadsToPower(item)]),
});

const propose = create("POST /powers/duties", {
  summary: {
    zh: "部门提出交由本镇承担的任务；清单内即时准入",
    en: "A department proposes a task; what is on the list is admitted at once",
  },
  allow: ["county"],
  of: duty,
  body: task,
  returns: duties.returns,
  id: ({ unique }) => unique,
  facts: ({ body }) => ({ listed: body.item === undefined ? undefined : factReference(power, body.item) }),
  run: ({ body, facts }): DutyCommand => ({ type: "propose", task: taskOf(body), listed: facts.listed }),
  view: duties.view,
});

const taskOf = ({ item, approval: given, ...rest }: z.infer<typeof task>): Task => ({
  ...rest,
  ...(item === undefined ? {} : { item }),
  ...(given === undefined ? {} : { approval: given }),
});

const figures = z.object({
  department: z.string(),
  proposed: z.int(),
  waiting: z.int(),
  admitted: z.int(),
  refused: z.int(),
  withdrawn: z.int(),
  overdue: z.int(),
  /** Money and people of what was admitted. */
  moneyFen: z.int(),
  persons: z.int(),
});
type Figures = z.infer<typeof figures>;

/** What a department proposed in a year and what became of it. */
export function figuresOf(all: readonly Duty[]): Figures[] {
  const byDepartment = new Map<string, Duty[]>();
  for (const one of all) byDepartment.set(one.department, [...(byDepartment.get(one.department) ?? []), one]);
  return [...byDepartment].map(([department, own]) => {
    const count = (status: Duty["status"]) => own.filter((one) => one.status === status).length;
    const taken = own.filter(({ status }) => status === "admitted");
    return {
      department,
      proposed: own.length,
      waiting: count("proposed"),
      admitted: taken.length,
      refused: count("refused"),
      withdrawn: count("withdrawn"),
      overdue: own.filter(({ overdue }) => overdue).length,
      moneyFen: taken.reduce((sum, { moneyFen }) => sum + moneyFen, 0),
      persons: taken.reduce((sum, { workload }) => sum + workload.persons, 0),
    };
  });
}

const statistics = read("GET /powers/duty-statistics", {
  summary: { zh: "职责准入统计（按部门、年度）", en: "Duty admission by department, for a year" },
  allow: town,
  query: z.strictObject({ year: year.optional() }),
  returns: z.object({ year, departments: z.array(figures) }),
  async run({ query }, { store, clock }) {
    const asked = query.year ?? String(todayIn(clock()).year);
    const ofYear = { index: "byCode", partition: dutiesOf(asked) };
    const proposed = await everythingIn(store, duty, ofYear);
    return { year: asked, departments: figuresOf(proposed.map(({ state }) => state)) };
  },
});

/** Duty admission (P7): a department proposes, the town answers. */
export const dutyRoutes: readonly Route[] = [
  propose,
  list("GET /powers/duties", {
    summary: { zh: "职责准入事项（部门只见本部门的）", en: "Proposed tasks; a department sees its own" },
    allow: readers,
    of: duty,
    query: {
      year: year.optional(),
      department: lineOf(60).optional(),
      status: severalOf(dutyStatuses).optional(),
    },
    sorts: ["department"],
    returns: dutyRow,
    find: ({ query, actor, runtime }) => {
      const partition = dutiesOf(query.year ?? String(todayIn(runtime.clock()).year));
      const department = onlyDepartment(actor) ?? query.department;
      return {
        index: "byCode",
        partition,
        ...(department === undefined ? {} : { from: `${department}#`, to: `${department}#~` }),
      };
    },
    keep: ({ state }, { query }) =>
      query.status?.includes(state.status) !== false &&
      (query.department === undefined || state.department === query.department),
    view: (loaded) => dutyRow.parse({ ...view(loaded), due: loaded.state.answer.due ?? undefined }),
  }),
  duties.read({ zh: "一项职责准入", en: "One proposed task" }, readers),
  duties.history({ zh: "一项职责准入的全过程", en: "All that happened to a proposed task" }, readers),
  statistics,
  duties.step("supply", {
    summary: { zh: "补充批准文件或经费", en: "Bring the approval or the money" },
    allow: ["county"],
    body: z.strictObject({ approval: approval.optional(), moneyFen: fen.optional() }),
    run: ({ body: { approval: given, moneyFen } }) => ({
      type: "supply",
      ...(given === undefined ? {} : { approval: given }),
      ...(moneyFen === undefined ? {} : { moneyFen }),
    }),
  }),
  duties.bare("admit", {
    summary: { zh: "准入", en: "Take the task on" },
    allow: ["leader"],
    command: { type: "admit" },
  }),
  duties.step("refuse", {
    summary: { zh: "不予准入，说明理由", en: "Refuse the task, with reasons" },
    allow: ["leader"],
    body: z.strictObject({ reasons: textOf(2_000) }),
    run: ({ body }) => ({ type: "refuse", ...body }),
  }),
  duties.bare("withdraw", {
    summary: { zh: "部门撤回", en: "The department takes it back" },
    allow: ["county"],
    command: { type: "withdraw" },
  }),
];
