import type { FiledCase } from "../../../services/enforcement/cases/domain/case/case.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { measure } from "../../../services/enforcement/coercion/domain/decider.ts";
import type { Measure } from "../../../services/enforcement/coercion/domain/measure.ts";
import type {
  CarryOut,
  ListedItem,
  MeasureCommand,
  MeasureCommandOf,
  MeasureEvent,
  ProposeMeasure,
} from "../../../services/enforcement/coercion/domain/messages.ts";
import type { Confiscating } from "../../../services/enforcement/property/domain/messages.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import {
  anAct,
  aParty,
  aPower,
  approving,
  at,
  certificates,
  filedOn,
  listed,
  officer1,
  officer2,
  onFile,
  proposed,
  theHead,
} from "../cases/case-builders.ts";

export const code = "PN-100";
export const basis = "food-safety-law-110";
export const sha = "a".repeat(64);
/** A case of an unlicensed food stall, on file since 1 September 2026. */
export function aCase(
  more: Parameters<typeof proposed>[0] = {},
  ...then: readonly (readonly [CaseCommand, Actor])[]
): FiledCase {
  const one = proposed({
    ...{ acts: [anAct({ code })], listed: [listed(code)], parties: [aParty()] },
    ...more,
  }).lawfully(approving({ powers: [aPower(code)] }), filedOn, theHead);
  for (const [command, actor] of then) one.lawfully(command, filedOn, actor);
  return onFile(one);
}
export const known = (of: FiledCase | undefined = aCase()) => ({ of, officers: certificates });

export const proposing = (more: Partial<ProposeMeasure> = {}): ProposeMeasure => ({
  ...{ type: "propose", case: "CASE1", kind: "seizure", party: "P1", slight: false, reasons: "涉嫌无证经营" },
  ...(more.kind === "preservation" ? {} : { basis }),
  ...known(),
  ...more,
});
export const anItem = (more: Partial<ListedItem> = {}): ListedItem => ({
  ...{ kind: "goods", title: "腊肉", quantity: 20, unit: "块", condition: "完好", seals: ["封001"], pictures: [sha] },
  ...{ place: "镇政府库房", keeper: { kind: "staff", sub: "clerk-1" } },
  ...{ relation: "of-the-case", dailyNecessity: false, sealedElsewhere: false },
  ...more,
});
export const course = { cardsShown: true, reasonsTold: true, rightsTold: true, heard: true } as const;
export const carrying = (more: Partial<CarryOut> = {}): CarryOut => ({
  ...{ type: "carry-out", id: "M1", with: officer2.sub, address: "人民路1号", goods: [anItem()], course },
  ...{ present: { who: "party", name: "欧阳娜娜" }, record: { sha256: sha, signing: "signed" } },
  ...{ handover: { decision: sha, list: sha, to: "party" }, recording: sha },
  ...{ ...known(), powers: [aPower(code)] },
  ...more,
});
export const approve = (of = aCase()): MeasureCommand => ({ type: "approve", of });
export const countersign = (): MeasureCommandOf<"countersign"> => ({ type: "countersign", ...known() });
export const extending = (of = aCase()): MeasureCommand => ({ type: "extend", of, reasons: "案情复杂", notice: sha });
export const releasing = (more: Partial<MeasureCommandOf<"release">> = {}): MeasureCommandOf<"release"> => ({
  ...{ type: "release", of: aCase(), goods: [], whole: true, ground: "no-need", reasons: "不再需要" },
  ...more,
});
export const keepingForFine: MeasureCommand = { type: "keep-for-fine", of: aCase(), reasons: "有转移财产的迹象" };
export const testing = (until: string): MeasureCommand => ({
  ...{ type: "begin-test", ...known(), institution: "县检测中心", until, notice: sha },
});
/** Its party's proceeding, as it confiscates by title. */
export const aDecision = (more: Partial<Confiscating> = {}): Confiscating => ({
  ...{ status: "in-effect", case: "CASE1", party: { id: "P1", key: "KEY-P1" }, handlers: ["officer-1", "officer-2"] },
  charges: { items: [{ kinds: ["没收非法财物"], confiscation: { goods: ["腊肉"] } }] },
  decision: { outcome: "punish", on: "2026-09-20" },
  ...more,
});
export const passing = (
  meant: MeasureCommandOf<"pass-time">["meant"],
  decided?: Confiscating,
): MeasureCommandOf<"pass-time"> => ({ type: "pass-time", proceeding: "CASE1:P1", decided, meant });

type Told = readonly [MeasureCommand, Actor, string?];
/** A measure told all of this, on the day of the filing unless a day is named. */
export function told(...all: readonly Told[]): Living<Measure, MeasureCommand, MeasureEvent> {
  const one = new Living(measure, at());
  for (const [command, actor, date = filedOn] of all) one.lawfully(command, date, actor);
  return one;
}
export const aProposal = (more: Partial<ProposeMeasure> = {}) => told([proposing(more), officer1]);
export const anApproval = (more: Partial<ProposeMeasure> = {}) =>
  told([proposing(more), officer1], [approve(), theHead]);
export const aRecord = (more: Partial<ProposeMeasure> = {}, then: Partial<CarryOut> = {}) =>
  told([proposing(more), officer1], [approve(), theHead], [carrying(then), officer1]);
export const inForce = (more: Partial<ProposeMeasure> = {}, then: Partial<CarryOut> = {}) =>
  told([proposing(more), officer1], [approve(), theHead], [carrying(then), officer1], [countersign(), officer2]);
/** In an emergency, at half past ten in the evening. */
export const urgent = (when = "2026-10-01T14:30:00.000Z") =>
  told(
    [proposing({ emergency: "货物正在转移" }), officer1, when],
    [carrying(), officer1, when],
    [countersign(), officer2, when],
  );
export const makingUp = (approved = true): MeasureCommand => ({
  ...{ type: "make-up-approval", of: aCase(), approved, reasons: "情况属实" },
});
