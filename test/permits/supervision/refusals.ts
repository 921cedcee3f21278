import { inspection } from "../../../services/permits/supervision/domain/inspection/decider.ts";
import { report } from "../../../services/permits/supervision/domain/report/decider.ts";
import { on } from "../../support/deciding.ts";
import { theApprover } from "../cases/builders.ts";
import { aCertificate, aPaper } from "../certificates/builders.ts";
import type { Provoked } from "../provoked.ts";
import {
  acknowledging,
  concluded,
  findings,
  handingOver,
  heldBy,
  heldOn,
  inspector1,
  inspectors,
  lookingInto,
  planned,
  plannedOn,
  planning,
  putRightBy,
  recording,
  reinspection,
  reported,
  supervised,
  theHolder,
  theManager,
  toPutRight,
  violation,
} from "./builders.ts";

const plan = (more: Parameters<typeof planning>[0]) =>
  inspection.decide(undefined, planning(more), on(plannedOn, theManager));
const record = (more: Parameters<typeof recording>[0]) => planned().tell(recording(more), heldOn, inspector1);
const suspended = aCertificate({}, [{ type: "suspend", document: aPaper }, "2026-05-01"]);

/** Every refusal of supervision inspections and reports. */
export const inspectionRefusals: Provoked = {
  "permits.no-such-certificate": () => plan({ supervised: undefined }),
  "permits.nothing-to-supervise": () =>
    plan({
      supervised: supervised({
        state: aCertificate({}, [{ type: "cancel", ground: "force-majeure", document: aPaper }, "2026-05-01"]),
      }),
    }),
  "permits.inspection-in-the-past": () => plan({ by: "2026-05-05" }),
  "permits.two-inspect": () => plan({ inspectors: inspectors.slice(0, 1) }),
  "permits.decider-cannot-inspect": () =>
    plan({ inspectors: [...inspectors, { sub: theApprover.sub, name: "王五岳" }] }),
  "permits.holder-cannot-inspect": () => plan({ inspectors: [...inspectors, { sub: theHolder.sub, name: "持证人" }] }),
  "permits.inspector-recused": () => {
    const recusals = [{ sub: "officer-1", askedBy: "holder-1", askedOn: plannedOn, ground: "relative" as const }];
    return plan({ supervised: supervised({ recusals }) });
  },
  "permits.inspected-enough": () => plan({ occasion: { kind: "routine", round: 2 } }),
  "permits.reinspection-keeps-its-day": () =>
    reinspection().tell({ type: "rearrange", by: "2026-07-01", reasons: "忙" }, heldOn, theManager),
  "permits.round-of-its-year": () =>
    planned().tell({ type: "rearrange", by: "2027-01-04", reasons: "忙" }, heldOn, theManager),
  "permits.inspection-must-be-held": () => reinspection().tell({ type: "call-off", reasons: "忙" }, heldOn, theManager),
  "permits.not-an-inspector": () => planned().tell(recording(), heldOn, theManager),
  "permits.inspection-signed": () =>
    planned({}, [recording(), inspector1], [{ type: "sign" }, inspector1]).tell(recording(), heldOn, inspector1),
  "permits.inspection-is-free": () => record({ chargedFen: 1 }),
  "permits.held-in-the-future": () => record({ heldOn: heldBy }),
  "permits.held-before-planned": () => record({ heldOn: "2026-05-05" }),
  "permits.leader-only": () =>
    planned({}, [recording(), inspector1]).tell({ type: "hold-anew", reasons: "调离" }, heldOn, theManager),
  "permits.points-missing": () => record({ findings: findings().slice(1) }),
  "permits.result-against-findings": () => record({ findings: findings("scope") }),
  "permits.day-for-putting-right": () => record({ ...toPutRight, putRightBy: heldOn }),
  "permits.put-right-once": () =>
    reinspection().tell({ ...toPutRight, heldOn: "2026-06-02", putRightBy: "2026-07-01" }, "2026-06-02", inspector1),
  "permits.still-time-to-put-right": () =>
    reinspection().tell({ ...violation, heldOn: putRightBy }, putRightBy, inspector1),
  "permits.witness-is-none": () =>
    planned({}, [recording(), inspector1]).tell(
      { ...acknowledging, acknowledgement: { how: "refused", reasons: "不服", witness: "执法 二号" } },
      heldOn,
      inspector1,
    ),
  "permits.measure-not-taken": () =>
    concluded(violation).tell({ ...handingOver, measures: ["suspension"], certificate: suspended }, heldOn, theManager),
  "permits.certificate-of-another-item": () => reported({ item: "PL-019" }).tell(lookingInto(), plannedOn, theManager),
  "permits.reporter-unknown": () =>
    reported({ anonymous: true }).tell({ type: "contact", reason: "核实情况" }, plannedOn, theManager),
  "permits.inspection-not-in-this-state": () => concluded().tell({ type: "sign" }, heldOn, inspector1),
  "permits.report-not-in-this-state": () =>
    report.decide(
      reported({}, [{ type: "decline", reasons: "查无此店" }, theManager]).state,
      lookingInto(),
      on(plannedOn, theManager),
    ),
};
