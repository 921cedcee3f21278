import { hearing } from "../../../services/enforcement/hearings/domain/decider.ts";
import type { HearingParty } from "../../../services/enforcement/hearings/domain/hearing.ts";
import type {
  CommandOf,
  HeardCase,
  HearingCommand,
  Hold,
  Schedule,
} from "../../../services/enforcement/hearings/domain/messages.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";

const office = "enforcement-team";
export const officerA: Actor = { sub: "officer-1", name: "甲", roles: ["officer"], office };
export const theHead: Actor = { sub: "head-enforcement-team", name: "队长", roles: ["approver"], office };
export const theChair: Actor = { sub: "legal-reviewer-1", name: "法制审核员", roles: ["legal-reviewer"] };
export const otherChair: Actor = { sub: "reviewer-1", name: "审查一岗", roles: ["reviewer"] };
export const theRecorder: Actor = { sub: "clerk-1", name: "窗口", roles: ["clerk"] };
export const party1: Actor = { sub: "resident-1", name: "当事人", roles: ["resident"], party: "KEY1" };
export const party2: Actor = { sub: "resident-2", name: "另一当事人", roles: ["resident"], party: "KEY2" };
export const theAgent: Actor = { sub: "resident-5", name: "律师", roles: ["resident"], party: "AGENT" };
export const sha = "a".repeat(64);

export const aCase = (more: Partial<HeardCase> = {}): HeardCase => ({
  status: "investigating",
  officers: [{ sub: "officer-1" }, { sub: "officer-2" }],
  handlers: ["officer-1", "officer-2", "officer-3"],
  recusals: [],
  ...more,
});
export const aParty = (place: "P1" | "P2" = "P1"): HearingParty => ({
  proceeding: `CASE1:${place}`,
  party: place,
  key: place === "P1" ? "KEY1" : "KEY2",
  name: "欧阳娜娜",
  kind: "citizen",
  requestedOn: "2026-09-28",
});
export const requesting = (place: "P1" | "P2" = "P1"): HearingCommand => ({
  ...{ type: "request", case: "CASE1", party: aParty(place), handlers: ["officer-1", "officer-2", "officer-3"] },
});
/** Of the vector: a hearing on 10-15 is told by 09-30. */
export const heldOn = "2026-10-15";
export const latest = "2026-09-30";
export const planned = "2026-09-29";

export const scheduling = (more: Partial<Schedule> = {}): Schedule => ({
  type: "schedule",
  on: heldOn,
  at: "09:00",
  place: "镇政府二楼会议室",
  chair: theChair.sub,
  recorder: theRecorder.sub,
  of: aCase(),
  ...more,
});
export const telling = (party = "P1", on = planned): CommandOf<"note-told"> => ({
  ...{ type: "note-told", party, on, how: "direct", proof: sha },
});
export const postponing = (on: string): HearingCommand => ({
  ...{ type: "postpone", on, at: "09:00", ground: "party-cannot", reasons: "住院" },
});
export const signed = (party = "P1") => ({ party, how: "signed" as const, pages: 3 });
/** CF-47a. */
export const recording = { sha256: sha, told: true, unbroken: true };
export const holding = (more: Partial<Hold> = {}): Hold => ({
  type: "hold",
  speakers: [],
  of: aCase(),
  attendance: [{ party: "P1", how: "in-person", agents: [] }],
  investigators: ["officer-1", "officer-2"],
  course: { evidencePut: true, defenceHeard: true, readOver: true },
  record: { sha256: sha, pages: 3, signatures: [signed()], recording },
  newFacts: false,
  ...more,
});
export const reporting = (proceedings: readonly string[] = ["noticed"]): HearingCommand => ({
  ...{ type: "report", sha256: sha, conclusion: "建议从轻", newFacts: false, proceedings },
});

export const aRequest = () => new Living(hearing).lawfully(requesting(), "2026-09-28", party1);
export const aPlan = (more: Partial<Schedule> = {}) => aRequest().lawfully(scheduling(more), planned, theHead);
export const aTold = () => aPlan().lawfully(telling(), planned, officerA);
/** Two parties in one hearing, both told. */
export const ofTwo = () =>
  aRequest()
    .lawfully({ type: "take-in", from: "H2", case: "CASE1", parties: [aParty("P2")] }, "2026-09-28", theHead)
    .lawfully(scheduling(), planned, theHead)
    .lawfully(telling("P1"), planned, officerA)
    .lawfully(telling("P2"), planned, officerA);
