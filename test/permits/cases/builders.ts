import { Temporal } from "temporal-polyfill";
import type {
  Application,
  ApplicationCommand,
  ApplicationEvent,
  Receive,
  Status,
} from "../../../services/permits/cases/domain/application/application.ts";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { claimsOf, type Household } from "../../../services/permits/cases/domain/household/household.ts";
import type { PowerCopy } from "../../../services/permits/common/domain/known-power.ts";
import type { Guide, GuideContent } from "../../../services/permits/guides/domain/guide.ts";
import { startOfDay, type WorkingDayCalendar } from "../../../shared/calendar/index.ts";
import {
  type Actor,
  type Context,
  type Decision,
  isRejection,
  type Recorded,
  theTownItself,
} from "../../../shared/decider/index.ts";
import { calendar, day, on } from "../../support/deciding.ts";
import { aKnownPower } from "../../support/known-power.ts";

const office = "agriculture-centre";
export const theClerk: Actor = { sub: "clerk-1", name: "张三丰", roles: ["clerk"], office: "service-centre" };
export const theReviewer: Actor = { sub: "reviewer-1", name: "李四光", roles: ["reviewer"], office };
/** The other inspector of a survey. */
export const theSecond: Actor = { sub: "reviewer-2", name: "审查二岗", roles: ["reviewer"], office };
/** A person of another office who has nothing to do with the examination. */
export const theChair: Actor = {
  sub: "legal-reviewer-1",
  name: "法制审核员",
  roles: ["legal-reviewer"],
  office: "safety-rule-of-law",
};
export const theApprover: Actor = { sub: "approver-1", name: "王五岳", roles: ["approver"], office };
export const theHead: Actor = { sub: "head-agriculture-centre", name: "赵主任", roles: ["approver"], office };
export const theMayor: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const theIssuer: Actor = { sub: "issuer-1", name: "孙出证", roles: ["issuer"], office: "service-centre" };
export const aResident: Actor = { sub: "resident-1", name: "欧阳娜娜", roles: ["resident"] };
export const anAgent: Actor = { sub: "agent-1", name: "代办员", roles: ["agent"] };

export const theApplicant = {
  kind: "citizen",
  name: "欧阳娜娜",
  idNumber: "11010519491231002X",
  phone: "13812345678",
} as const;

/** The key of the sample applicant inside the service. */
export const theParty = "party-1";

/** The sample applicant and his wife, as one household. */
export const aHousehold = {
  book: "BOOK",
  applicant: "P1",
  members: [
    { name: "欧阳娜娜", relation: "head", claim: "P1" },
    { name: "李四", relation: "spouse", claim: "P2" },
  ],
} as const satisfies Household;

/** 一户一宅 */
export const oneHousehold = { onePerHousehold: "homestead" } as const;

/** 两种必须自带的材料，一种共享，一种可选 */
export const theForm = "申请表";
export const thePlan = "四至图";
export const sharedMaterial = "居民身份证";
export const optionalMaterial = "补充说明";

const brought = { copies: { original: 1, copy: 0 }, source: "applicant" } as const;

export function aGuide(content: Partial<GuideContent> = {}): Guide {
  return {
    version: 3,
    publishedOn: "2026-01-01",
    content: {
      code: "PL-018",
      itemCode: "11532302YY000001XC5000120018001",
      basicCode: "000120018001",
      name: { zh: "农药经营许可证核发", en: "Pesticide trade licence" },
      category: "licence",
      domain: "agriculture",
      legalBasis: "《农药管理条例》第二十四条",
      sourceDepartment: "县农业农村局",
      powerSource: "entrusted",
      implementingBody: { name: "广通镇人民政府", nature: "entrusted-organisation" },
      entrustingDepartment: "县农业农村局",
      conditions: ["有经营人员", "有场所和设备"],
      audience: ["citizen", "organisation"],
      office,
      kind: "promised",
      limitNote: "行政许可法第四十二条第一款",
      promisedWorkingDays: 10,
      feeFen: 0,
      visits: 1,
      materials: [
        { name: theForm, required: true, shared: false, ...brought },
        { name: sharedMaterial, required: true, shared: true, copies: { original: 0, copy: 0 }, source: "government" },
        { name: thePlan, required: true, shared: false, ...brought },
        { name: optionalMaterial, required: false, shared: false, ...brought },
      ],
      sampleForms: [{ material: theForm, fields: [{ label: "申请人", example: "某某某（示例）" }] }],
      steps: [
        { name: "受理", kind: "intake" },
        { name: "现场踏勘", kind: "survey" },
        { name: "审查", kind: "review" },
        { name: "决定", kind: "decision" },
        { name: "制证送达", kind: "issue" },
      ],
      specialProcedures: [],
      result: "农药经营许可证",
      jointDepartments: [],
      proxyAllowed: true,
      crossTown: false,
      crossTownScope: "本镇",
      places: [{ name: "综合受理一号窗口", address: "政务服务大厅", hours: ["周一 08:30–12:00"] }],
      consulting: { phone: "0878-0000001", place: "咨询导办台" },
      complaints: { phone: "12345", place: "督查" },
      online: true,
      appointment: true,
      courier: true,
      verified: "memory",
      ...content,
    },
  };
}

export const aPower = (copy: Partial<PowerCopy> = {}): PowerCopy => ({
  ...aKnownPower(),
  followedTo: 2,
  ...copy,
});

export const theNotice = (deliveredOn: string, neededDays = 10) => ({
  number: `告知${deliveredOn}号`,
  deliveredOn,
  neededDays,
});

/** What moves a case; disclosing its applicant, and the end of an agent's authorisation, move nothing. */
/** Commands under a power: without one of their own they are given under the sample's. */
type Powered = Extract<
  ApplicationCommand,
  {
    readonly type:
      | "review"
      | "confirm-survey"
      | "consult"
      | "resolve-disagreement"
      | "assign-inspectors"
      | "call-hearing"
      | "pause"
      | "extend";
  }
>;
type Freed<C> = C extends { readonly power: infer P } ? Omit<C, "power"> & { readonly power?: P } : never;
export type Moving =
  | Exclude<ApplicationCommand, Powered | { readonly type: "disclose" | "end-agency" }>
  | Freed<Powered>;
export const underPower = (command: Moving): ApplicationCommand => {
  switch (command.type) {
    case "review":
    case "confirm-survey":
    case "consult":
    case "resolve-disagreement":
    case "assign-inspectors":
    case "call-hearing":
    case "pause":
    case "extend":
      return { ...command, power: "power" in command ? command.power : aPower() };
    default:
      return command;
  }
};
export type Move = Moving["type"];
type Ask<T extends Move> = Extract<ApplicationCommand, { type: T }>;
type Samples = { readonly [T in Move]: Ask<T> };

/** The people who survey the sample case. */
export const theTwo = [theReviewer.sub, theSecond.sub];

/** One command of every kind, lawful where the state and the day allow it. */
export const aCommand = (date: string, power: PowerCopy | undefined = aPower(), guide: Guide = aGuide()): Samples => ({
  receive: {
    type: "receive",
    applicant: theApplicant,
    party: theParty,
    materials: [theForm, thePlan],
    channel: "window",
    itemCode: guide.content.code,
    guide,
    power,
  },
  "notify-corrections": { type: "notify-corrections", missing: [thePlan], explanation: "四至图未注明界址" },
  correct: { type: "correct", materials: [thePlan] },
  accept: { type: "accept", power },
  locate: { type: "locate", place: { lng: 101.83, lat: 25.1 } },
  "state-household": { type: "state-household", household: aHousehold },
  decline: { type: "decline", ground: "no-permit-needed", reasons: "自用不经营", facts: "仅供自家使用", power },
  supplement: { type: "supplement", materials: [thePlan] },
  consult: { type: "consult", offices: ["planning-construction"], power },
  review: { type: "review", opinion: "agree", inspectors: theTwo, affectsThirdParties: false, power },
  "confirm-survey": { type: "confirm-survey", power },
  "resolve-disagreement": { type: "resolve-disagreement", reasons: "权衡各方意见", power },
  "assign-inspectors": { type: "assign-inspectors", inspectors: theTwo, power },
  "inform-third-parties": { type: "inform-third-parties", parties: [{ name: "邻居" }] },
  "hear-parties": { type: "hear-parties", applicant: "请予批准", thirdParties: "没有意见" },
  "request-hearing": { type: "request-hearing" },
  "call-hearing": {
    type: "call-hearing",
    ground: "public-interest",
    number: "听证通知1号",
    heldOn: day(date).add({ days: 30 }).toString(),
    heldAt: "09:30",
    place: "镇政府会议室",
    chair: theChair.sub,
    power,
  },
  "replace-chair": { type: "replace-chair", chair: "head-safety-rule-of-law" },
  "record-hearing": { type: "record-hearing", record: "听证笔录1号", signed: true },
  pause: { type: "pause", kind: "expert-review", notice: theNotice(date), power },
  resume: { type: "resume" },
  extend: { type: "extend", workingDays: 10, reasons: "案情复杂", power },
  // No authorisation stands behind it; paying.test.ts tries those that do.
  "pay-by-agent": { type: "pay-by-agent", authorisation: "A-1", given: undefined },
  "explain-overdue": { type: "explain-overdue", limit: "promised", cause: "workload", reasons: "人手不足" },
  decide: { type: "decide", outcome: "granted", power },
  "decide-at-once": { type: "decide-at-once", outcome: "granted", power },
  forward: { type: "forward", power },
  "record-upper-decision": {
    type: "record-upper-decision",
    outcome: "granted",
    decidedOn: date,
    number: "县许〔2026〕1号",
    claims: claimsOf(aHousehold),
  },
  withdraw: { type: "withdraw", statement: "撤回声明1号" },
  "deem-renewed": { type: "deem-renewed", renewedOn: date, validUntil: "2031-03-01" },
  deliver: { type: "deliver" },
  close: { type: "close" },
  pay: { type: "pay", amountFen: 1000, treasuryFen: 1000, receipt: "缴款书1号" },
  "take-payment-back": { type: "take-payment-back" },
  "ask-recusal": {
    type: "ask-recusal",
    person: theReviewer.sub,
    ground: "relative",
    reasons: "申请人的亲属",
    request: "回避申请1号",
  },
  "decide-recusal": {
    type: "decide-recusal",
    person: theReviewer.sub,
    recused: true,
    earlierActsStand: true,
    reasons: "确系近亲属",
  },
  "pass-time": { type: "pass-time" },
});

/** Who lawfully gives each command in the sample case. */
export const whoGives: Readonly<Record<Move, Actor>> = {
  receive: theClerk,
  "notify-corrections": theClerk,
  correct: theClerk,
  accept: theClerk,
  locate: theClerk,
  "state-household": theClerk,
  decline: theClerk,
  supplement: theClerk,
  consult: theReviewer,
  review: theReviewer,
  "confirm-survey": theSecond,
  "resolve-disagreement": theMayor,
  "assign-inspectors": theReviewer,
  "inform-third-parties": theReviewer,
  "hear-parties": theReviewer,
  "request-hearing": theClerk,
  "call-hearing": theReviewer,
  "replace-chair": theReviewer,
  "record-hearing": theReviewer,
  "ask-recusal": theClerk,
  "decide-recusal": theHead,
  pause: theReviewer,
  resume: theReviewer,
  extend: theHead,
  "pay-by-agent": theClerk,
  "explain-overdue": theApprover,
  decide: theApprover,
  "decide-at-once": theApprover,
  forward: theApprover,
  "record-upper-decision": theClerk,
  withdraw: theClerk,
  "deem-renewed": theTownItself,
  deliver: theClerk,
  close: theTownItself,
  pay: theTownItself,
  "take-payment-back": theTownItself,
  "pass-time": theTownItself,
};

export const fold = (events: readonly Recorded<ApplicationEvent>[]) =>
  events.reduce<Application | undefined>((state, event) => application.evolve(state, event), undefined);

/** A case that lives: commands go to the decider, what it answers is recorded and folded. */
export class Case {
  readonly events: Recorded<ApplicationEvent>[] = [];
  #state: Application | undefined;
  #serial = 0;

  get state(): Application {
    if (this.#state === undefined) throw new Error("nothing was received");
    return this.#state;
  }

  get status(): Status | undefined {
    return this.#state?.status;
  }

  tell(
    command: Moving,
    date: string,
    actor: Actor = whoGives[command.type],
    known = calendar,
  ): Decision<ApplicationEvent> {
    const numbers = { take: () => this.#serial + 1 };
    const decision = application.decide(this.#state, underPower(command), { ...on(date, actor, known), numbers });
    if (isRejection(decision)) return decision;
    for (const event of decision) {
      const recorded = { ...event, sequence: this.events.length + 1, time: startOfDay(date), actor: actor.sub };
      this.#state = application.evolve(this.#state, recorded);
      this.events.push(recorded);
    }
    return decision;
  }

  /** Gives a sample command and expects it to be lawful. */
  does(type: Move, date: string, more: Partial<Context> & { power?: PowerCopy } = {}): this {
    const sample = aCommand(date, more.power)[type];
    return this.lawfully(sample, date, more.actor, more.calendar);
  }

  lawfully(command: Moving, date: string, actor?: Actor, known?: WorkingDayCalendar): this {
    const decision = this.tell(command, date, actor, known);
    if (isRejection(decision)) throw new Error(`${command.type} refused: ${JSON.stringify(decision)}`);
    return this.#signed(command, date, known);
  }

  /** What one inspector recorded of a survey, the other signs the same day. */
  #signed({ type }: Moving, date: string, known?: WorkingDayCalendar): this {
    const waits = type === "review" && this.#state?.status === "accepted" && this.#state.survey !== undefined;
    return waits ? this.lawfully({ type: "confirm-survey" }, date, theSecond, known) : this;
  }

  /** Acts on every deadline up to the first hour of a day, in order; answers the days acted on. */
  letPass(until: string, known = calendar): string[] {
    const days: string[] = [];
    for (;;) {
      const due = application.nextDeadline?.(this.state);
      if (due === undefined || due > startOfDay(until)) return days;
      if (days.length > 50) throw new Error("the clockwork does not come to rest");
      const date = Temporal.Instant.from(due).toZonedDateTimeISO("+08:00").toPlainDate().toString();
      days.push(date);
      this.lawfully({ type: "pass-time" }, date, theTownItself, known);
    }
  }
}

export interface Wanted {
  readonly status?: Status;
  readonly on?: string;
  /** Received and accepted on this day already; the clockwork has run until `on`. */
  readonly since?: string;
  readonly guide?: Partial<GuideContent>;
  readonly materials?: readonly string[];
  readonly power?: PowerCopy;
  readonly by?: Actor;
  readonly calendar?: WorkingDayCalendar;
  readonly applicant?: Receive["applicant"];
  readonly household?: Household;
}

/** A case brought into a state by lawful commands, all on one day. */
export function anApplication(wanted: Wanted = {}): Case {
  const { status = "received", on: date = "2026-03-02", by = theClerk, calendar: known = calendar } = wanted;
  const guide = aGuide(status === "recorded" ? { category: "filing", ...wanted.guide } : wanted.guide);
  const power =
    wanted.power ?? aPower({ townRole: status === "forwarded" || status === "answered" ? "forwards" : "decides" });
  const one = new Case();
  const sample = aCommand(date, power, guide);
  const first = wanted.since ?? date;
  const receive = (materials: readonly string[]) =>
    one.lawfully(
      {
        ...sample.receive,
        materials: wanted.materials ?? materials,
        applicant: wanted.applicant ?? theApplicant,
        ...(wanted.household === undefined ? {} : { household: wanted.household }),
      },
      first,
      by,
      known,
    );
  const go = (...commands: Moving[]) => {
    for (const command of commands) {
      one.lawfully(command, command.type === "accept" ? first : date, whoGives[command.type], known);
      if (command.type === "accept" && first !== date) one.letPass(date, known);
    }
    return one;
  };
  const reviews = () => {
    const steps = guide.content.steps.filter(({ kind }) => ["survey", "joint-review", "review"].includes(kind));
    return steps.map(() => sample.review);
  };
  if (status === "incomplete") {
    receive([theForm]);
    return go(sample["notify-corrections"]);
  }
  receive([theForm, thePlan]);
  const household = wanted.household;
  const grant = { ...sample.decide, ...(household === undefined ? {} : { claims: claimsOf(household) }) };
  const refuse = { ...sample.decide, outcome: "refused", reasons: "不符合条件" } as const;
  switch (status) {
    case "received":
    case "recorded":
      return one;
    case "declined":
      return go(sample.decline);
    case "withdrawn":
      return go(sample.withdraw);
    case "renewed":
      return go(sample.accept, sample["deem-renewed"]);
    case "accepted":
      return go(sample.accept);
    case "paused":
      return go(sample.accept, sample.pause);
    case "granted":
      return go(sample.accept, ...reviews(), grant);
    case "refused":
      return go(sample.accept, ...reviews(), refuse);
    case "closed":
      return go(sample.accept, ...reviews(), refuse, sample.deliver);
    case "forwarded":
      return go(sample.accept, ...reviews(), sample.forward);
    case "answered":
      return go(sample.accept, ...reviews(), sample.forward, sample["record-upper-decision"]);
  }
}

/** An accepted case whose steps are all done. */
export function aReviewed(wanted: Wanted = {}): Case {
  const one = anApplication({ ...wanted, status: "accepted" });
  const date = wanted.on ?? "2026-03-02";
  while (one.state.status === "accepted" && one.state.pending.length > 0) one.does("review", date);
  return one;
}

/** An accepted case as the n-th acceptance of its item (XK-57). */
export function inOrder({ state }: Case, order: number): Application {
  if (state.status !== "accepted") throw new Error(`${state.status} has no place in the line`);
  return { ...state, order };
}

/** The refusal a decision is; fails the test when it is none. */
export const statuses = [
  "received",
  "incomplete",
  "accepted",
  "paused",
  "granted",
  "refused",
  "forwarded",
  "answered",
  "recorded",
  "declined",
  "withdrawn",
  "renewed",
  "closed",
] as const satisfies readonly Status[];
