import type { TownProfile } from "../../../../shared/town/profile.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import type { Decide, Grounds, ProposedCharge } from "../../cases/domain/proceeding/messages.ts";
import { hearing } from "../../hearings/domain/decider.ts";
import type { aCase } from "./case.ts";
import { reportedOn } from "./case.ts";
import { Sampled } from "./sampled.ts";
import { charge, code, digest, penalty, power } from "./things.ts";

/** Days of the proceeding. */
export const days = {
  noticed: "2025-12-08",
  defended: "2025-12-10",
  scheduled: "2025-12-11",
  heard: "2025-12-29",
  reported: "2025-12-30",
  reviewed: "2025-12-31",
  discussed: "2026-01-05",
  decided: "2026-01-14",
  served: "2026-01-15",
} as const;

type Case = ReturnType<typeof aCase>;
const id = "SAMPLE:P1";

/** The proceeding against the first party, as far as it is carried: told, heard, weighed, decided. */
export function aProceeding(town: TownProfile, { cast, of, officers }: Case) {
  const [one, two] = cast.officers;
  const it = new Sampled(proceeding, town);
  const grounds = (): Grounds => ({
    ...{ case: of.state, officers, records: {}, orders: {} },
    powers: { [code]: power(town) },
    penalties: { [code]: penalty },
  });
  const begin = () => it.do({ ...grounds(), type: "begin", caseId: "SAMPLE", party: "P1" }, reportedOn, one);
  function tellParty(charges: readonly ProposedCharge[] = [charge(["E1", "E2", "E3"])]) {
    begin()
      .do({ ...grounds(), type: "charge", charges }, days.noticed, one)
      .do({ ...grounds(), type: "countersign" }, days.noticed, two)
      .do({ ...grounds(), type: "notify" }, days.noticed, one)
      .do({ ...grounds(), type: "issue-notice" }, days.noticed, two);
  }
  function serve(paper: "notice" | "decision", on: string) {
    const { state } = it;
    const number = paper === "notice" ? state.notice?.number : "decision" in state ? state.decision.number : undefined;
    const served = { on, how: "handed-over" };
    it.do({ ...grounds(), type: "note-service", paper, number: number?.text.zh ?? "", served, proof: digest }, on, one);
  }
  function defend() {
    const points = ["经营时间很短，已经停止", "进货成本应当从违法所得中扣除"];
    it.do({ type: "state-defence", points }, days.defended, cast.party).do(
      { type: "request-hearing" },
      days.defended,
      cast.party,
    );
  }
  const answer = () =>
    it.do(
      {
        ...{ ...grounds(), type: "review-defence" },
        answers: [
          { statement: "S1", point: 0, taken: true, reasons: "情况属实，已在一般档的下部确定罚款数额" },
          { statement: "S1", point: 1, taken: false, reasons: "违法所得是实施违法行为取得的款项，成本不予扣除" },
        ],
      },
      days.reported,
      one,
    );
  function weighTogether(agreedOn: "punish" | "no-penalty" = "punish") {
    const members = [...new Set(town.heads.map(({ sub }) => sub))].filter((sub) => sub !== cast.reviewer.sub);
    const opinion = "主体适格，程序合法，事实清楚，证据确凿，适用依据正确，裁量适当。";
    it.do({ ...grounds(), type: "legal-review", conclusion: "agreed", opinion }, days.reviewed, cast.reviewer);
    it.do(
      {
        ...{ ...grounds(), type: "discuss", members: members.slice(0, town.enforcement.major.leastMembers) },
        ...{ agreedOn, minutes: digest, on: days.discussed },
      },
      days.discussed,
      cast.head,
    );
  }
  const decide = (more: Partial<Decide> = {}) =>
    it.do(
      {
        ...{ ...grounds(), type: "decide", outcome: "punish", hearingRecord: digest },
        reasons: "当事人未经登记从事经营活动，事实清楚，证据确凿；当事人已停止经营，社会危害较小。",
        performance: { how: "自收到决定书之日起十五日内缴纳", bank: "禄丰农商银行广通支行〔示例〕", surcharge: true },
        ...more,
      },
      days.decided,
      cast.head,
    );
  return { it, id, grounds, begin, tellParty, serve, defend, answer, weighTogether, decide };
}

/** The hearing that the party asked for: arranged, told, held, reported. */
export function aHearing(town: TownProfile, { cast, of }: Case) {
  const [one] = cast.officers;
  const it = new Sampled(hearing, town);
  const handlers = cast.officers.map(({ sub }) => sub);
  const { key, name, kind } = of.state.parties[0] ?? { key: "", name: "", kind: "citizen" as const };
  const party = { proceeding: id, party: "P1", key, name, kind, requestedOn: days.defended };
  it.do({ type: "request", case: "SAMPLE", party, handlers }, days.defended, cast.party).do(
    {
      ...{ type: "schedule", on: days.heard, at: "09:00", place: "镇政府二楼会议室〔示例〕" },
      ...{ chair: cast.chair.sub, recorder: cast.recorder.sub, of: of.state },
    },
    days.scheduled,
    cast.head,
  );
  const hold = () =>
    it.do({ type: "note-told", party: "P1", on: days.scheduled, how: "direct", proof: digest }, days.scheduled, one).do(
      {
        ...{ type: "hold", of: of.state, investigators: handlers, newFacts: false, speakers: [] },
        attendance: [{ party: "P1", how: "by-agent", agents: [{ name: "张代理〔示例〕", authority: digest }] }],
        course: { evidencePut: true, defenceHeard: true, readOver: true },
        record: {
          sha256: digest,
          pages: 6,
          signatures: [{ party: "P1", how: "signed", by: "张代理〔示例〕", pages: 6 }],
          recording: { sha256: digest, told: true, unbroken: true },
        },
      },
      days.heard,
      cast.chair,
    );
  const report = () =>
    it.do(
      {
        ...{ type: "report", sha256: digest, newFacts: false, proceedings: ["noticed"] },
        conclusion: "听证程序合法。事实清楚，证据经质证可以采信；建议按拟定的幅度作出处罚。",
      },
      days.reported,
      cast.chair,
    );
  return { it, hold, report };
}

/** What became of the hearing, as its proceeding is told. */
export const noteHearing = (of: Case, { it, grounds }: ReturnType<typeof aProceeding>) =>
  it.do(
    {
      ...{ ...grounds(), type: "note-hearing", noticedOn: days.scheduled },
      outcome: { how: "held", on: days.heard, chair: of.cast.chair.sub, record: digest },
    },
    days.heard,
    of.cast.chair,
  );
