import { rectification } from "../../../services/enforcement/rectification/domain/decider.ts";
import { guidance } from "../../../services/enforcement/rectification/domain/guidance.ts";
import type {
  CommandOf,
  Draft,
  LetOff,
  NoteService,
  Recheck,
  RectificationCommand,
} from "../../../services/enforcement/rectification/domain/messages.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { Living } from "../../support/living.ts";
import { aParty, aPower, at, certificates, inTown, officer1, officer2 } from "../cases/case-builders.ts";
import { aPenalty } from "../cases/proceeding/builders.ts";
import { town } from "../common/builders.ts";

export const code = "PN-150";
/** A Tuesday. */
export const foundOn = "2026-09-01";
/** Seven days after the service on the same day: a Tuesday. */
export const lastDay = "2026-09-08";
export const afterwards = "2026-09-09";
export const picture = "b".repeat(64);

export const penalty = aPenalty({ code, rectificationDays: 7, domain: "trade" });
export const drafting = (more: Partial<Draft> = {}): Draft => ({
  type: "draft",
  code,
  penalty,
  power: aPower(),
  party: aParty(),
  foundOn,
  place: inTown,
  address: "某街1号",
  facts: "占道摆摊",
  demands: "撤出占道摊位",
  files: [],
  with: "officer-2",
  officers: certificates,
  ...more,
});
export const signing: CommandOf<"countersign"> = { type: "countersign", power: aPower(), officers: certificates };
export const number = "广通责改〔2026〕1号";
export const serving = (more: Partial<NoteService> = {}): NoteService => ({
  type: "note-service",
  paper: "rectification-order",
  number,
  served: { on: foundOn, how: "handed-over" },
  proof: "D1",
  ...more,
});
export const looking = (more: Partial<Recheck> = {}): Recheck => ({
  type: "recheck",
  with: "officer-2",
  officers: certificates,
  checkedOn: lastDay,
  finding: "corrected",
  slight: true,
  harm: "none",
  notes: "摊位已撤出",
  files: [picture],
  ...more,
});
export const unmetLook = (more: Partial<Recheck> = {}) =>
  looking({ finding: "not-corrected", checkedOn: afterwards, ...more });
export const asking = (more: Partial<CommandOf<"ask-extension">> = {}): RectificationCommand => ({
  type: "ask-extension",
  reasons: "搬运需要时间",
  ...more,
});
export const letting = (more: Partial<LetOff> = {}): LetOff => ({
  type: "let-off",
  id: "R1",
  ground: "minor",
  reasons: "轻微并及时改正，没有危害后果",
  educatedOn: lastDay,
  power: aPower(),
  record: undefined,
  ...more,
});

/** An order that nobody has drawn up yet. */
export const fresh = (profile: TownProfile = town) => new Living(rectification, at(profile));
export const drafted = (more: Partial<Draft> = {}, profile: TownProfile = town, on = foundOn) =>
  fresh(profile).lawfully(drafting(more), on, officer1);
export const issued = (more: Partial<Draft> = {}, profile?: TownProfile) =>
  drafted(more, profile).lawfully(signing, foundOn, officer2);
export const inForce = (more: Partial<Draft> = {}, profile?: TownProfile) =>
  issued(more, profile).lawfully(serving(), foundOn, officer1);
export const corrected = (more: Partial<Recheck> = {}, draft: Partial<Draft> = {}) =>
  inForce(draft)
    .lawfully(looking(more), lastDay, officer1)
    .lawfully({ type: "sign-recheck", finding: "corrected" }, lastDay, officer2);
export const unmet = (draft: Partial<Draft> = {}) =>
  inForce(draft)
    .lawfully(unmetLook(), afterwards, officer1)
    .lawfully({ type: "sign-recheck", finding: "not-corrected" }, afterwards, officer2);

export const giving = (more: object = {}) => ({
  type: "give" as const,
  code,
  penalty,
  party: { kind: "citizen" as const, name: "欧阳娜娜", key: "KEY-P1" },
  on: foundOn,
  place: inTown,
  address: "某街1号",
  said: "此处不得占道摆摊，请移入市场",
  answer: "马上就搬",
  files: [],
  officers: certificates,
  ...more,
});
/** Guidance that nobody gave yet. */
export const silent = () => new Living(guidance, at());
export const talked = (more: object = {}) => silent().lawfully(giving(more), foundOn, officer1);
