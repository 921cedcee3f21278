import { officialCalendar } from "../../../../shared/calendar/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { CaseCommand } from "../../cases/domain/case/messages.ts";
import { addressConfirmation } from "../../service-of-papers/domain/confirmation.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import type { Dossier, Piece, SourceType } from "../domain/dossier.ts";
import type { PaperKind } from "../domain/kinds.ts";
import { buildingPapers } from "./buildings.ts";
import { aCase, filedOn, reportedOn } from "./case.ts";
import { measurePapers } from "./measures.ts";
import { moneyPapers, onTheSpot } from "./money.ts";
import { persuasionPapers, visitPapers } from "./persuading.ts";
import { aHearing, aProceeding, days, noteHearing } from "./proceeding.ts";
import { Sampled } from "./sampled.ts";
import { charge, citizen, digest, power } from "./things.ts";

/** A paper to be shown: of which kind, and from what. */
export interface PaperSample {
  readonly kind: PaperKind;
  readonly dossier: Dossier;
  readonly on: string;
}

const calendar = officialCalendar();

/** One of each paper of enforcement, from things that lawful commands have made. */
export function paperSamples(town: TownProfile): readonly PaperSample[] {
  const samples: PaperSample[] = [];
  const add = (kind: PaperKind, on: string, dossier: Omit<Dossier, "town" | "calendar">) =>
    samples.push({ kind, on, dossier: { town, calendar, ...dossier } });
  const file = aCase(town);
  const { of, cast } = file;
  const pieces = (): Piece[] => [...file.taken].map(([id, piece]) => ({ id, state: piece.state }));
  const inCase = (kind: PaperKind, type: Parameters<typeof of.after>[0], on: string, it = of) =>
    add(kind, on, { ...it.after(type), case: it.state, pieces: pieces() });

  file.file();
  inCase("filing-approval", "enforcement.case.filed", filedOn);
  for (const [id, kind] of [
    ["E1", "evidence-extraction"],
    ["E2", "interview-record"],
    ["E3", "on-site-record"],
    ["E4", "sampling-record"],
  ] as const) {
    const piece = file.take(id);
    const told = piece.after("enforcement.evidence.established");
    add(kind, filedOn, { ...told, case: of.state, evidence: piece.state, pieces: pieces() });
  }
  file.report();
  inCase("evidence-list", "enforcement.case.reported", reportedOn);
  inCase("investigation-report", "enforcement.case.reported", reportedOn);
  onTheWay(town, inCase);

  const proceeding = aProceeding(town, file);
  const { it } = proceeding;
  const party = citizen;
  const ofParty = (kind: PaperKind, type: Parameters<typeof it.after>[0], on: string, of2 = it) =>
    add(kind, on, { ...of2.after(type), case: of.state, proceeding: of2.state, party, pieces: pieces() });
  proceeding.tellParty();
  ofParty("prior-notice", "enforcement.proceeding.noticed", days.noticed);
  proceeding.serve("notice", days.noticed);
  proceeding.defend();
  const heard = aHearing(town, file);
  const ofHearing = (kind: PaperKind, type: Parameters<typeof heard.it.after>[0], on: string) =>
    add(kind, on, { ...heard.it.after(type), case: of.state, hearing: heard.it.state, party, pieces: pieces() });
  ofHearing("hearing-notice", "enforcement.hearing.scheduled", days.scheduled);
  heard.hold();
  ofHearing("hearing-record", "enforcement.hearing.held", days.heard);
  noteHearing(file, proceeding);
  proceeding.answer();
  ofParty("defence-review", "enforcement.proceeding.defence-reviewed", days.reported);
  heard.report();
  ofHearing("hearing-report", "enforcement.hearing.reported", days.reported);
  proceeding.weighTogether();
  ofParty("legal-review", "enforcement.proceeding.legally-reviewed", days.reviewed);
  ofParty("discussion-minutes", "enforcement.proceeding.discussed", days.discussed);
  proceeding.decide();
  ofParty("penalty-decision", "enforcement.proceeding.decided", days.decided);

  const confirmation = new Sampled(addressConfirmation, town).do(
    {
      ...{ type: "confirm", address: "广通镇人民路〔示例〕1号", signed: digest, partyKey: party.key, handlers: [] },
      electronic: { system: "政务服务平台〔示例〕", account: "13812345678" },
    },
    days.defended,
    cast.party,
  );
  const with_ = { case: of.state, proceeding: it.state, party, pieces: pieces() };
  const confirmed = confirmation.after("enforcement.address-confirmation.confirmed");
  add("address-confirmation", days.defended, { ...confirmed, ...with_, confirmation: confirmation.state });
  const [one] = cast.officers;
  const sent = new Sampled(delivery, town)
    .do({ type: "send", proceeding: proceeding.id, paper: { kind: "decision" }, of: it.state }, days.decided, one)
    .do(
      {
        ...{ type: "leave", on: days.served, reasons: "当事人认为处罚过重，拒绝签收", proof: digest },
        ...{ witness: "周邻居", recording: digest },
      },
      days.served,
      one,
    );
  add("delivery-record", days.served, { ...sent.after("enforcement.delivery.served"), ...with_, delivery: sent.state });
  proceeding.serve("decision", days.served);
  moneyPapers(town, add, { ...with_, proceeding: it.state });
  othersDecided(town, file, ofParty);
  measurePapers(town, add, { ...with_, proceeding: it.state });
  visitPapers(town, add);
  persuasionPapers(town, add);
  const lightly = samples.find(({ kind }) => kind === "no-penalty-decision");
  if (lightly !== undefined) disciplined(add, lightly.dossier);
  buildingPapers(add, { ...with_, proceeding: it.state });
  add("on-spot-decision", "2026-01-14", onTheSpot(town));
  return samples;
}

/** Takes a paper of a kind, drawn up on a day from a dossier. */
export type AddPaper = (kind: PaperKind, on: string, dossier: Omit<Dossier, "town" | "calendar">) => void;
type InCase = (
  kind: PaperKind,
  type: Extract<SourceType, `enforcement.case.${string}`>,
  on: string,
  it: ReturnType<typeof aCase>["of"],
) => void;

/** What can become of a case before it is decided, each in a case of its own; and a closed one. */
function onTheWay(town: TownProfile, add: InCase): void {
  const on = "2025-12-10";
  const begun = (...commands: readonly CaseCommand[]) => {
    const file = aCase(town);
    file.file();
    for (const command of commands) file.tell(command, on, file.cast.head);
    return file.of;
  };
  const suspend = { type: "suspend", ground: "court", reasons: "货款纠纷已诉至法院，经营主体以判决认定为准" } as const;
  add("suspension-decision", "enforcement.case.suspended", on, begun(suspend));
  const resume = { type: "resume", reasons: "判决已经生效" } as const;
  add("resumption-decision", "enforcement.case.resumed", on, begun(suspend, resume));
  const stop = {
    type: "stop",
    ground: "no-breach",
    reasons: "经查系自产自销农副产品，依法无需登记",
    powers: [power(town)],
  } as const;
  add("case-stop", "enforcement.case.stopped", on, begun(stop));
  const withdraw = { type: "withdraw", ground: "filed-wrongly", reasons: "同一线索重复立案" } as const;
  add("withdrawal-approval", "enforcement.case.withdrawn", on, begun(withdraw));
  const organ = "禄丰市市场监督管理局";
  const transfer = { type: "transfer-organ", organ, letter: digest, reasons: "涉及食品生产，属市级部门管辖" } as const;
  add("transfer-letter", "enforcement.case.transferred", on, begun(transfer));
  const close = { type: "close", report: digest, lying: [] } as const;
  add("closing-report", "enforcement.case.closed", on, begun(withdraw, close));
  const dismissed = aCase(town);
  dismissed.tell(
    { type: "dismiss", ground: "minor-and-corrected", reasons: "初次摆摊，当场收摊，没有危害后果" },
    filedOn,
    dismissed.cast.head,
  );
  add("dismissal-approval", "enforcement.case.dismissed", filedOn, dismissed.of);
}

/** No penalty, a stop, and a decision that the organ changes itself. */
function othersDecided(
  town: TownProfile,
  file: ReturnType<typeof aCase>,
  add: (
    kind: PaperKind,
    type: "enforcement.proceeding.decided" | "enforcement.proceeding.stopped" | "enforcement.proceeding.changed",
    on: string,
    it: ReturnType<typeof aProceeding>["it"],
  ) => void,
): void {
  const { head } = file.cast;
  const light = aProceeding(town, file);
  const { fine: _fine, confiscation: _gains, ...warned } = charge(["E1"]);
  light.tellParty([
    { ...warned, kinds: ["警告"], circumstances: { ...warned.circumstances, slight: true, harm: "none" } },
  ]);
  light.serve("notice", days.noticed);
  light.it.do({ type: "waive", rights: ["defence"] }, days.defended, file.cast.party);
  light.weighTogether("no-penalty");
  const lettingOff = { checkedOn: days.reviewed, educatedOn: days.reviewed, promise: digest };
  light.it.do(
    {
      ...{ ...light.grounds(), type: "decide", outcome: "no-penalty", ground: "minor", lettingOff },
      reasons: "违法行为轻微，当日改正，没有造成危害后果。",
    },
    days.decided,
    head,
  );
  add("no-penalty-decision", "enforcement.proceeding.decided", days.decided, light.it);
  const stopped = aProceeding(town, file);
  stopped.begin();
  stopped.it.do(
    { ...stopped.grounds(), type: "stop", ground: "wrong-party", reasons: "实际经营者为他人" },
    days.decided,
    head,
  );
  add("stop-decision", "enforcement.proceeding.stopped", days.decided, stopped.it);
  const changed = aProceeding(town, file);
  changed.tellParty();
  changed.serve("notice", days.noticed);
  changed.it.do({ type: "waive", rights: ["defence", "hearing"] }, days.defended, file.cast.party);
  changed.weighTogether();
  changed.decide();
  changed.serve("decision", days.served);
  changed.it.do(
    {
      ...{ ...changed.grounds(), type: "overturn", how: "changed", by: "own" },
      document: { number: "广政复核〔2026〕1号（示例）", date: days.served },
      ...{ reasons: "复查发现退赔金额漏计", amounts: [{ act: "A1", fineFen: 500_000, confiscateFen: 900_000 }] },
    },
    days.served,
    head,
  );
  add("reversal", "enforcement.proceeding.changed", days.served, changed.it);
}

/** CF-30a: the decision would be of a child: its guardian is told. */
function disciplined(add: AddPaper, decided: Omit<Dossier, "town" | "calendar">): void {
  const { event } = decided;
  if (event.type !== "enforcement.proceeding.decided") throw new Error("another event");
  const guardian = "陪同完成法治教育，看管其不再进入营业场所";
  const ofChild = {
    ...event,
    data: { ...event.data, ground: "under-age" as const },
    personal: { ...event.personal, guardian },
  };
  add("discipline-order", days.decided, { ...decided, event: ofChild });
}
