import { ageRule } from "../../../penalty-list/domain/index.ts";
import type { KnownParty } from "./known-case.ts";

/** CF-30: whether the party was a child, between 14 and 18, or of age on the day of the act. A body is of age. */
export const ageOn = ({ kind, bornOn }: KnownParty, on: string): "none" | "lighten" | "full" =>
  kind === "organisation" || bornOn === undefined ? "full" : ageRule(bornOn, on);

/** CF-31: whether he could not tell or control what he did on that day. */
export const wasIncapable = ({ incapable = [] }: KnownParty, on: string): boolean =>
  incapable.some(({ from, until }) => from <= on && (until === undefined || on <= until));
