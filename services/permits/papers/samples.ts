import type { Standing } from "../../../shared/papers/index.ts";
import type { CertificateCommand } from "../certificates/domain/certificate.ts";
import type { DocumentKind } from "../documents/domain/kinds.ts";
import type { Source } from "./domain/compose.ts";
import type { Handover } from "./domain/handover.ts";
import { faceOf, told } from "./samples/certificates.ts";
import { type SampledTown, sampleClerk, who } from "./samples/kit.ts";
import { Sampled } from "./samples/sampled.ts";
import {
  called,
  citizen,
  corrected,
  declined,
  extended,
  firm,
  forwarded,
  informed,
  inspected,
  paused,
  withdrawn,
} from "./samples/steps.ts";

/** A document to be shown: of which kind, from what, and by what right. */
export interface Sample {
  readonly kind: DocumentKind;
  readonly source: Source;
  readonly standing: Standing;
  readonly on: string;
  readonly party?: number;
}

/** One of every kind, from cases of the town's own lists: short and long, of persons and of bodies. */
export function samplesOf(town: SampledTown): Sample[] {
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
  const collected = accepted()
    .review("2026-03-10")
    .decide("2026-03-12")
    .do({ type: "close" }, "2026-03-16", sampleClerk);
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

const reasons = `一、申请人户已在广通镇清河村第三村民小组拥有宅基地一处（面积180平方米），本次申请不属于《云南省土地管理条例》规定的可以申请宅基地的情形，不符合《中华人民共和国土地管理法》第六十二条第一款“农村村民一户只能拥有一处宅基地”的规定。
二、申请使用的地块位于永久基本农田保护范围内，不符合《中华人民共和国土地管理法》第六十二条第三款关于建设住宅应当符合乡（镇）土地利用总体规划、村庄规划，不得占用永久基本农田的规定。
三、经2026年3月10日两名工作人员现场核查，申请表所填四至与实地不符，相邻权利人未签字确认。`;
