import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { type Route, resource } from "../../../../shared/http/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { claimMoves, householdClaim, lettingGoGrounds } from "../domain/household/claim.ts";

const date = z.iso.date();
const document = z.strictObject({ number: lineOf(60), date });
const claimView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["held", "free"]),
  of: z.string(),
  application: z.string(),
  claimedOn: date,
  freeSince: date.optional(),
  ground: z.string().optional(),
  document: document.optional(),
});

/** Who decides on such items, or stands above: a refusal names the claim. */
const staff = ["approver", "leader", "supervisor"] as const;

const register = resource({
  of: householdClaim,
  at: "/permits/household-claims",
  staff,
  moves: claimMoves,
  statusOf: ({ status }) => status,
  returns: claimView,
  view: ({ id, version, state }) => {
    const { status, of, application, claimedOn } = state;
    const ended = state.status === "free" ? state : undefined;
    const { freeSince, ground, document: paper } = ended ?? {};
    return { id, version, status, of, application, claimedOn, ...present({ freeSince, ground, document: paper }) };
  },
});

/** What a household has one of (一户一宅): who holds a claim, and how it is let go by a paper. */
export const householdRoutes: readonly Route[] = [
  register.read({ zh: "一户一宅登记", en: "A claim of a household or of a member" }, staff),
  register.step("let-go", {
    summary: {
      zh: "凭文书解除登记：分户、婚出，或者退出宅基地",
      en: "Let a claim go by a paper: the person left the household, or the homestead was given back",
    },
    allow: ["approver", "leader"],
    body: z.strictObject({ ground: z.enum(lettingGoGrounds), document }),
    run: ({ body }) => ({ type: "let-go", ...body }),
  }),
  register.history({ zh: "一户一宅登记的经过", en: "All that happened to a claim" }, staff),
];
