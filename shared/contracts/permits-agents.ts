import * as z from "zod";
import { titled } from "../text/titled.ts";

const date = z.iso.date();
export const agentActs = ["file", "pay", "collect"] as const;

/** An authorisation without those it is between; subscribers know a case's by the id that the case carries. */
export const authorisationGiven = z.object({
  agent: z.string(),
  items: titled(z.union([z.literal("all"), z.array(z.string())]), { zh: "事项", en: "Permit items" }),
  acts: z.array(z.enum(agentActs)),
  givenOn: date,
  until: date,
  proof: z.enum(["paper", "counter", "login"]),
  /** A paper that the agent has handed in is valid once a clerk has seen it. */
  confirmed: z.boolean(),
});
export const authorisationConfirmed = z.object({ on: date });
export const authorisationEnded = z.object({
  agent: z.string(),
  on: date,
  why: z.enum(["revoked", "resigned", "expired", "rejected"]),
});

/** A message waits for a party; who delivers it fetches its words and the phone for a stated reason. */
export const noticeToParty = z.object({
  kind: z.string(),
  on: date,
  application: z.string().optional(),
  authorisation: z.string().optional(),
});

/** Village agents (L9) and what parties are told. */
export const agentEvents = {
  "permits.authorisation.given": authorisationGiven,
  "permits.authorisation.confirmed": authorisationConfirmed,
  "permits.authorisation.ended": authorisationEnded,
  "permits.notice.to-party": noticeToParty,
} as const;
