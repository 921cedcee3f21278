import { Temporal } from "temporal-polyfill";
import { officialCalendar, startOfDay } from "../../../shared/calendar/index.ts";
import { type Actor, isRejection, type Recorded } from "../../../shared/decider/index.ts";
import type { Standing } from "../../../shared/papers/index.ts";
import type { TownLists } from "../../../shared/town/lists.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import type {
  Applicant,
  Application,
  ApplicationCommand,
  ApplicationEvent,
} from "../cases/domain/application/application.ts";
import { application } from "../cases/domain/application/decider.ts";
import { type Certificate, type CertificateCommand, certificate } from "../certificates/domain/certificate.ts";
import type { DocumentKind } from "../documents/domain/kinds.ts";
import type { GuideContent } from "../guides/domain/guide.ts";
import { guideOf } from "../guides/index.ts";
import type { Source } from "./domain/compose.ts";
import type { Handover } from "./domain/handover.ts";

/** A town and what it lists. */
interface Town {
  readonly profile: TownProfile;
  readonly lists: TownLists;
}

/** A document to be shown: of which kind, from what, and by what right. */
export interface Sample {
  readonly kind: DocumentKind;
  readonly source: Source;
  readonly standing: Standing;
  readonly on: string;
  readonly party?: number;
}

const calendar = officialCalendar();
const who = (sub: string, office: string, ...roles: Actor["roles"]): Actor => ({ sub, name: sub, office, roles });
const citizen: Applicant = { kind: "citizen", name: "欧阳娜娜", idNumber: "11010519491231002X", phone: "13812345678" };
const firm: Applicant = {
  kind: "organisation",
  name: "禄丰市广通镇清河村金穗农业生产资料经营专业合作社联合社",
  idNumber: "11532302YY000001XC",
  phone: "13812345678",
};

/** A case of this town, carried through lawful commands. */
class Sampled {
  readonly #town: Town;
  readonly #guide: GuideContent;
  readonly #standing: Standing;
  #state: Application | undefined;
  #sequence = 0;

  constructor(town: Town, item: string, standing: Standing, other: Partial<GuideContent> = {}) {
    const listed = [...town.lists.licences, ...town.lists.services].find(({ code }) => code === item);
    if (listed === undefined) throw new Error(`no item ${item}`);
    this.#town = town;
    this.#guide = { ...guideOf(town.profile, listed), ...other };
    this.#standing = standing;
  }

  /** Two people of the town who show a certificate, where there are such; and the head of an office. */
  get surveyors(): readonly string[] {
    const { staff } = this.#town.profile;
    const certified = staff.filter(({ certificateNo }) => certificateNo !== undefined);
    return [...certified, ...staff.toReversed()].slice(0, 2).map(({ sub }) => sub);
  }
  get chair(): string {
    return this.#town.profile.heads.at(-1)?.sub ?? "";
  }

  get state(): Application {
    if (this.#state === undefined) throw new Error("nothing received");
    return this.#state;
  }

  get #power() {
    const { organ: inWhoseName, ...how } = this.#standing;
    const change = { kind: "handed-over" as const, from: "2026-01-01", inWhoseName, ...how };
    return { code: this.#guide.code, townRole: "decides" as const, changes: [change], followedTo: 1 };
  }

  receive(applicant: Applicant, on: string, without = 0): this {
    const own = this.#guide.materials.filter(({ shared }) => !shared).map(({ name }) => name);
    const guide = { version: 1, publishedOn: "2026-01-01", content: this.#guide };
    const materials = own.slice(0, own.length - without);
    const { code: itemCode, onePerHousehold } = this.#guide;
    const alone = {
      book: "B",
      applicant: "P",
      members: [{ name: applicant.name, relation: "head", claim: "P" }],
    } as const;
    const household = onePerHousehold === undefined ? {} : { household: alone };
    return this.do(
      { type: "receive", applicant, materials, channel: "window", itemCode, guide, power: this.#power, ...household },
      on,
      who("clerk-1", "service-centre", "clerk"),
    );
  }

  accept = (on: string) =>
    this.do({ type: "accept", power: this.#power }, on, who("clerk-1", "service-centre", "clerk"));

  review(on: string): this {
    const command = {
      type: "review",
      opinion: "agree",
      inspectors: this.surveyors,
      affectsThirdParties: false,
    } as const;
    const [first = "", ...others] = this.surveyors;
    for (let next = this.#asked(); next !== undefined; next = this.#asked()) {
      this.do(command, on, who(first, next, "reviewer"));
      if ("survey" in this.state)
        for (const other of others) this.do({ type: "confirm-survey" }, on, who(other, next, "reviewer"));
    }
    return this;
  }

  /** The office whose review or opinion comes next; undefined: all is reviewed. */
  #asked(): string | undefined {
    const { state } = this;
    if (state.status !== "accepted" || state.pending.length === 0) return undefined;
    if (state.pending[0]?.kind !== "joint-review") return state.office;
    const { offices = [], opinions = [] } = state.joint ?? {};
    return offices.find((office) => !opinions.some((one) => one.office === office)) ?? state.office;
  }

  decide(on: string, reasons?: string): this {
    const outcome = reasons === undefined ? { outcome: "granted" as const } : { outcome: "refused" as const, reasons };
    return this.do({ type: "decide", ...outcome, power: this.#power }, on, this.at("approver"));
  }

  forward(on: string): this {
    return this.do({ type: "forward", power: { ...this.#power, townRole: "forwards" } }, on, this.at("approver"));
  }

  at = (role: "reviewer" | "approver") => who(`${role}-1`, this.state.office, role);

  do(command: ApplicationCommand, on: string, actor: Actor): this {
    const context = {
      ...{ now: startOfDay(on), today: Temporal.PlainDate.from(on), actor, calendar },
      ...{ town: this.#town.profile, numbers: { take: () => 128 } },
    };
    const decision = application.decide(this.#state, command, context);
    if (isRejection(decision)) throw new Error(`${command.type}: ${decision.code}`);
    for (const event of decision) {
      this.#sequence += 1;
      const recorded: Recorded<ApplicationEvent> = {
        ...event,
        ...{ sequence: this.#sequence, time: startOfDay(on), actor: actor.sub },
      };
      this.#state = application.evolve(this.#state, recorded);
    }
    return this;
  }
}

/** One of every kind, from cases of the town's own lists: short and long, of persons and of bodies. */
export function samplesOf(town: Town): Sample[] {
  const { profile } = town;
  const own: Standing = { organ: { name: profile.organName, uscc: profile.uscc }, mode: "statutory" };
  const bureau = profile.departments[0];
  if (bureau === undefined) throw new Error("no department");
  const { number, date } = profile.powers.letter;
  const entrusted: Standing = {
    organ: { name: bureau.name, uscc: bureau.uscc },
    ...{ mode: "entrusted", letter: { number, date } },
  };
  const id = (item: string) => `${item}.4F7KQ2M9XR8C3TDV`;
  const sample = (kind: DocumentKind, item: string, one: Sampled, standing: Standing, on: string): Sample => ({
    ...{ kind, standing, on },
    source: { id: id(item), application: one.state },
  });
  const pesticide = () => new Sampled(town, "PL-018", entrusted);
  const inspection = () => new Sampled(town, "PL-018", entrusted, { inspection: true });
  const homestead = () => new Sampled(town, "PL-001", own);
  const accepted = () => pesticide().receive(firm, "2026-03-02").accept("2026-03-03");
  const refused = homestead().receive(citizen, "2026-03-02").accept("2026-03-03").review("2026-03-10");
  refused.decide("2026-03-12", reasons);
  const sampled = [
    sample("receipt", "PL-018", pesticide().receive(firm, "2026-03-02", 1), entrusted, "2026-03-02"),
    sample("corrections-notice", "PL-001", corrected(homestead()), own, "2026-03-04"),
    sample("acceptance-notice", "PL-018", accepted(), entrusted, "2026-03-03"),
    sample("non-acceptance", "PL-001", declined(homestead()), own, "2026-03-04"),
    sample("withdrawal-notice", "PL-018", withdrawn(pesticide()), entrusted, "2026-03-04"),
    sample(
      "filing-receipt",
      "PL-018",
      new Sampled(town, "PL-018", own, { category: "filing" }).receive(citizen, "2026-03-02"),
      own,
      "2026-03-02",
    ),
    sample("inspectors-notice", "PL-018", inspected(inspection()), entrusted, "2026-03-05"),
    sample("hearing-rights-notice", "PL-001", informed(homestead()), own, "2026-03-11"),
    { ...sample("hearing-rights-notice", "PL-001", informed(homestead()), own, "2026-03-11"), party: 0 },
    sample("hearing-notice", "PL-018", called(accepted().review("2026-03-10")), entrusted, "2026-03-11"),
    sample("pause-notice", "PL-018", paused(accepted()), entrusted, "2026-03-09"),
    sample("extension-notice", "PL-018", extended(accepted(), town), entrusted, "2026-03-27"),
    sample("grant", "PL-018", accepted().review("2026-03-10").decide("2026-03-12"), entrusted, "2026-03-12"),
    sample("refusal", "PL-001", refused, own, "2026-03-12"),
    sample("forwarding-letter", "PL-003", forwarded(new Sampled(town, "PL-003", own)), own, "2026-03-12"),
  ];
  const granted = accepted().review("2026-03-10").decide("2026-03-12");
  const face = faceOf(town, granted.state, id("PL-018"));
  const delivered = refused.do({ type: "deliver" }, "2026-03-13", who("clerk-1", "service-centre", "clerk"));
  const collected = accepted().review("2026-03-10").decide("2026-03-12").do({ type: "close" }, "2026-03-16", clerk);
  const byAgent: Handover = {
    way: "in-person",
    agent: {
      name: "李代办",
      authorisation: "01K3QZ7M5V8XR2C4TD9F6H1JWB",
      proof: "paper",
      givenOn: "2026-03-02",
      until: "2026-04-30",
    },
  };
  const ended = (kind: DocumentKind, on: string, ...commands: CertificateCommand[]): Sample => {
    const paper = commands.reduce(
      // The holder is told first, and has his days to answer.
      (state, command) => told(town, state, command, command.type === "propose-revocation" ? "2026-05-08" : on),
      told(town, face, { type: "issue" }, "2026-03-16"),
    );
    return {
      kind,
      standing: entrusted,
      on,
      source: { id: id("PL-018"), application: granted.state, certificate: paper },
    };
  };
  const facts = "你单位申请时提交的仓储场所租赁合同系伪造，经2026年5月6日现场核查，该场所从未由你单位使用";
  const paperOf = { number: "禄农罚〔2026〕12号", date: "2026-05-06" };
  const propose = { type: "propose-revocation", ground: "fraud", notice: "广通撤告〔2026〕1号", facts } as const;
  const struck = { number: "（禄丰）登记企销字〔2026〕第12号", date: "2026-05-18" };
  const publicHarm = { grave: false, assessment: "不涉及公共利益" };
  return [
    ...sampled,
    ended("suspension-notice", "2026-05-08", { type: "suspend", document: paperOf, until: "2026-06-07" }),
    ended("revocation", "2026-05-20", propose, {
      type: "revoke",
      heard: { on: "2026-05-19", record: "笔录" },
      publicHarm,
    }),
    ended("cancellation-notice", "2026-05-20", { type: "cancel", ground: "holder-ended", document: struck }),
    {
      ...{ kind: "certificate", standing: entrusted, on: "2026-03-16" },
      source: { id: id("PL-018"), application: granted.state, certificate: face },
    },
    {
      ...{ kind: "delivery-record", standing: own, on: "2026-03-13" },
      source: { id: id("PL-001"), application: delivered.state, handover: { refusal: "广通不许〔2026〕7号" } },
    },
    {
      ...{ kind: "delivery-record", standing: entrusted, on: "2026-03-16" },
      source: { id: id("PL-018"), application: collected.state, handover: byAgent },
    },
  ];
}

const clerk = who("clerk-1", "service-centre", "clerk");
const reasons = `一、申请人户已在广通镇清河村第三村民小组拥有宅基地一处（面积180平方米），本次申请不属于《云南省土地管理条例》规定的可以申请宅基地的情形，不符合《中华人民共和国土地管理法》第六十二条第一款“农村村民一户只能拥有一处宅基地”的规定。
二、申请使用的地块位于永久基本农田保护范围内，不符合《中华人民共和国土地管理法》第六十二条第三款关于建设住宅应当符合乡（镇）土地利用总体规划、村庄规划，不得占用永久基本农田的规定。
三、经2026年3月10日两名工作人员现场核查，申请表所填四至与实地不符，相邻权利人未签字确认。`;

const corrected = (one: Sampled) => {
  one.receive(citizen, "2026-03-02", 2);
  const { guide, given } = one.state;
  const missing = guide.materials.filter(({ name, shared }) => !shared && !given.includes(name));
  const explanation = "四至图须标明相邻权利人，并由村民小组负责人签字；申请表第二页未签名。";
  return one.do(
    { type: "notify-corrections", missing: missing.map(({ name }) => name), explanation },
    "2026-03-04",
    clerk,
  );
};
const withdrawn = (one: Sampled) =>
  one.receive(firm, "2026-03-02").do({ type: "withdraw", statement: "撤回声明1号" }, "2026-03-04", clerk);
const declined = (one: Sampled) =>
  one.receive(citizen, "2026-03-02").do(
    {
      type: "decline",
      ground: "outside-competence",
      competentOrgan: "禄丰市自然资源和规划局",
      reasons: "该地块不在本镇管辖范围",
    },
    "2026-03-04",
    clerk,
  );
const paused = (one: Sampled) =>
  one.do(
    {
      type: "pause",
      kind: "expert-review",
      notice: { number: "广通告〔2026〕5号", deliveredOn: "2026-03-09", neededDays: 10 },
    },
    "2026-03-09",
    one.at("reviewer"),
  );
const extended = (one: Sampled, { profile }: Town) => {
  const head = profile.heads.find(({ office, of }) => office === one.state.office && of === "organ");
  if (head === undefined) throw new Error("no head");
  const why =
    "申请人的仓储场所与加油站相邻，安全距离须由县级应急管理部门复核，复核结果预计在2026年4月上旬作出，在规定的期限内不能作出决定。";
  return one.do({ type: "extend", workingDays: 10, reasons: why }, "2026-03-27", {
    ...clerk,
    sub: head.sub,
    roles: ["approver"],
  });
};
const inspected = (one: Sampled) =>
  one
    .receive(firm, "2026-03-02")
    .accept("2026-03-03")
    .do(
      {
        type: "assign-inspectors",
        inspectors: [...one.surveyors],
      },
      "2026-03-05",
      one.at("reviewer"),
    );
const informed = (one: Sampled) =>
  one
    .receive(citizen, "2026-03-02")
    .accept("2026-03-03")
    .do(
      { type: "inform-third-parties", parties: [{ name: "王五岳" }, { name: "赵六合" }] },
      "2026-03-11",
      one.at("reviewer"),
    );
const called = (one: Sampled) =>
  one.do(
    {
      type: "call-hearing",
      ...{
        ground: "public-interest",
        number: "广通听〔2026〕2号",
        heldOn: "2026-04-08",
        heldAt: "09:30",
        chair: one.chair,
      },
      place: "广通镇人民政府二楼会议室",
    },
    "2026-03-11",
    one.at("reviewer"),
  );
const forwarded = (one: Sampled) =>
  one.receive(citizen, "2026-03-02").accept("2026-03-03").review("2026-03-10").forward("2026-03-12");

function faceOf(town: Town, state: Application, application: string) {
  if (state.status !== "granted") throw new Error("not granted");
  const { item, guide, number, applicant, inWhoseName, decidedOn, decidedBy, validUntil } = state;
  const { kind, name, idNumber } = applicant;
  const drawn = {
    ...{ application, item: { code: item.code, name: item.name }, title: guide.result, number },
    ...{ holder: { kind, name, idNumber }, issuer: inWhoseName, decidedOn, decidedBy },
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  return told(town, undefined, { type: "draw-up", certificate: drawn, inCharge: inWhoseName.uscc }, decidedOn);
}

/** A certificate after a lawful command. */
/** The power of a certificate, in force since the town was opened. */
const inForce = (state: Certificate | undefined) => {
  const change = { kind: "handed-over" as const, from: "2026-01-01", mode: "entrusted" as const };
  const organ = state?.issuer ?? { name: { zh: "", en: "" }, uscc: "" };
  const code = state?.item.code ?? "";
  return { code, townRole: "decides" as const, changes: [{ ...change, inWhoseName: organ }], followedTo: 1 };
};

function told({ profile }: Town, state: Certificate | undefined, command: CertificateCommand, on: string): Certificate {
  const context = {
    ...{ now: startOfDay(on), today: Temporal.PlainDate.from(on), calendar, town: profile },
    ...{ actor: clerk, numbers: { take: () => 1 } },
  };
  const empowered = { power: inForce(state) };
  const decision = certificate.decide(state, { ...empowered, ...command }, context);
  if (isRejection(decision)) throw new Error(`${command.type}: ${decision.code}`);
  const next = decision.reduce<Certificate | undefined>(
    (before, event) => certificate.evolve(before, { ...event, sequence: 1, time: context.now, actor: "town" }),
    state,
  );
  if (next === undefined) throw new Error("no certificate");
  return next;
}
