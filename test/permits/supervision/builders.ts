import { inspection } from "../../../services/permits/supervision/domain/inspection/decider.ts";
import type { Supervised } from "../../../services/permits/supervision/domain/inspection/inspection.ts";
import type {
  Act,
  Begin,
  InspectionCommand,
  Plan,
  RecordIt,
} from "../../../services/permits/supervision/domain/inspection/messages.ts";
import { subjectOf } from "../../../services/permits/supervision/domain/inspection/subject.ts";
import { report } from "../../../services/permits/supervision/domain/report/decider.ts";
import type { ReportCommand } from "../../../services/permits/supervision/domain/report/report.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { town } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { aResident, theApprover, theReviewer } from "../cases/builders.ts";
import { aCertificate } from "../certificates/builders.ts";

/** Neither who granted the certificate nor who reviewed for it. */
export const inspector1: Actor = { ...theReviewer, sub: "officer-1", name: "执法一号" };
export const inspector2: Actor = { ...inspector1, sub: "officer-2", name: "执法二号", roles: ["officer"] };
export const theManager: Actor = { ...theApprover, sub: "approver-2", name: "陈科长" };
export const theHolder: Actor = { ...aResident, sub: "holder-1" };
/** A third person whom the town knows. */
export const inspector3 = { sub: "deputy-agriculture-centre", name: "农业农村服务中心B岗" };
export const inspectors = [inspector1, inspector2].map(({ sub, name }) => ({ sub, name }));

/** The Wednesday the inspection is planned on, the day by which it is held, and the day it is. */
export const plannedOn = "2026-05-06";
export const heldBy = "2026-05-20";
export const heldOn = "2026-05-13";

export const supervised = (more: Partial<Supervised> = {}): Supervised => ({
  id: "CERTIFICATE1",
  state: aCertificate({ owner: theHolder.sub }),
  secret: false,
  ...more,
});
export const planning = (more: Partial<Plan> = {}): Plan => ({
  type: "plan",
  supervised: supervised(),
  announced: false,
  by: heldBy,
  place: "某某村农资店",
  inspectors,
  occasion: { kind: "routine", round: 1 },
  ...more,
});

const points = town.inspections.points.map(({ id }) => id);
/** Every point once, those named failing. */
export const findings = (...failing: readonly string[]) =>
  points.map((point) => ({ point, result: failing.includes(point) ? ("fails" as const) : ("conforms" as const) }));
export const recording = (more: Partial<RecordIt> = {}): RecordIt => ({
  type: "record",
  heldOn,
  findings: findings(),
  result: "conforming",
  summary: "现场查看",
  chargedFen: 0,
  ...more,
});
export const violation = recording({ findings: findings("scope"), result: "violation" });
export const putRightBy = "2026-06-01";
export const toPutRight = recording({ findings: findings("pesticide-ledger"), result: "put-right", putRightBy });
export const acknowledging = {
  type: "acknowledge",
  acknowledgement: { how: "signed", name: "欧阳娜娜" },
  conduct: { hindered: false, demanded: false },
} as const satisfies InspectionCommand;
export const handingOver: Act = {
  type: "act",
  measures: ["enforcement"],
  reasons: "超出许可范围经营",
  certificate: undefined,
};

type Told<T> = readonly [command: T, actor: Actor, date?: string];
export const planned = (more: Partial<Plan> = {}, ...then: readonly Told<InspectionCommand>[]) => {
  const one = new Living(inspection).lawfully(planning(more), plannedOn, theManager);
  for (const [command, actor, date = heldOn] of then) one.lawfully(command, date, actor);
  return one;
};
export const signedByAll = [
  [{ type: "sign" }, inspector1],
  [{ type: "sign" }, inspector2],
  [acknowledging, inspector1],
] as const;
/** Recorded by the first inspector and signed by all. */
export const concluded = (record: RecordIt = recording(), more: Partial<Plan> = {}) =>
  planned(more, [record, inspector1], ...signedByAll);

export const again: Begin = {
  type: "begin",
  subject: subjectOf(supervised()),
  place: "某某村农资店",
  inspectors,
  why: { kind: "re-inspection", inspection: "FIRST", putRightBy },
};
/** The re-inspection that follows from the record of `heldOn`. */
export const reinspection = () => new Living(inspection).lawfully(again, heldOn);

export const reporting = (more: Partial<Extract<ReportCommand, { type: "file" }>> = {}): ReportCommand => ({
  type: "file",
  item: "PL-018",
  office: "agriculture-centre",
  text: "卖没有登记的农药",
  place: "某某村",
  anonymous: false,
  contact: { name: "司马光光", phone: "13987654321" },
  ...more,
});
export const lookingInto = (
  more: Partial<Extract<ReportCommand, { type: "look-into" }>> = {},
): Extract<ReportCommand, { type: "look-into" }> => ({
  type: "look-into",
  supervised: supervised(),
  by: heldBy,
  place: "某某村农资店",
  inspectors,
  brief: "查看进货",
  ...more,
});
export const reported = (
  more: Parameters<typeof reporting>[0] = {},
  ...then: readonly (readonly [ReportCommand, Actor])[]
) => {
  const one = new Living(report).lawfully(reporting(more), plannedOn, { ...aResident, sub: "reporter-1" });
  for (const [command, actor] of then) one.lawfully(command, plannedOn, actor);
  return one;
};
