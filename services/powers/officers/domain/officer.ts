import { Temporal } from "temporal-polyfill";
import type { Context, Decider, Decision, Recorded, Rejection } from "../../../../shared/decider/index.ts";
import { type KnownOfficer, type OfficerChange, officerFaults } from "../../../../shared/powers-in-force/index.ts";
import { badInput, notNow } from "./refusals.ts";

/** An officer's certificate 行政执法证, the person it belongs to, and all that happened to it. */
export interface Officer extends KnownOfficer {
  /** Personal. */
  readonly name: string;
}

/** What a certificate says: the domains it is for, its first and its last day. */
interface Certified {
  readonly domains: readonly string[];
  readonly from: string;
  readonly until: string;
}
interface FromDay {
  readonly from: string;
  /** Free text; stays in the house. */
  readonly reason: string;
}

export type OfficerCommand =
  | ({
      readonly type: "certify";
      readonly certificate: string;
      readonly sub: string;
      readonly name: string;
    } & Certified)
  | ({ readonly type: "renew" } & Certified)
  | ({ readonly type: "suspend" } & FromDay)
  | { readonly type: "resume"; readonly from: string }
  | ({ readonly type: "withdraw" } & FromDay);

type Step = { readonly certificate: string; readonly from: string };
export type OfficerEvent =
  | {
      readonly type: "powers.officer.certified";
      readonly data: { readonly certificate: string; readonly sub: string } & Certified;
      readonly personal: { readonly name: string };
    }
  | { readonly type: "powers.officer.suspended"; readonly data: Step; readonly personal: { readonly reason: string } }
  | { readonly type: "powers.officer.resumed"; readonly data: Step }
  | { readonly type: "powers.officer.withdrawn"; readonly data: Step; readonly personal: { readonly reason: string } };

/** P5: through which officers a power may be used; certified for domains and a time, suspended, withdrawn. */
export const officer: Decider<Officer, OfficerCommand, OfficerEvent> = {
  aggregate: "officer",
  shape: 1,
  decide(state, command, context) {
    if (command.type === "certify")
      return state === undefined
        ? certify(command, context)
        : notNow("powers.officer-known", { certificate: state.certificate });
    return state === undefined ? [] : change(state, command, context);
  },
  evolve,
  listed: (_state, id) => ({ byCode: { partition: "officers", sort: id } }),
};

type Certify = Extract<OfficerCommand, { type: "certify" }>;

/** A certificate may be older than this system: its first day may be past, its last may not. */
function certify({ type: _type, name, ...data }: Certify, context: Context): Decision<OfficerEvent> {
  return wrong(data, context) ?? [{ type: "powers.officer.certified", data, personal: { name } }];
}

function change(state: Officer, command: Exclude<OfficerCommand, Certify>, context: Context): Decision<OfficerEvent> {
  const { certificate, sub, name } = state;
  const { from } = command;
  const day = Temporal.PlainDate.from(from);
  if (Temporal.PlainDate.compare(day, context.today) < 0)
    return badInput("powers.date-past", { date: from, today: context.today.toString() }, "/from");
  const faults = officerFaults(state, day).map(({ condition }) => condition);
  const refused = notNow("powers.officer-not-so", { date: from, command: command.type, conditions: faults });
  switch (command.type) {
    case "renew": {
      const { type: _type, ...period } = command;
      return (
        wrong(period, context) ?? [
          { type: "powers.officer.certified", data: { certificate, sub, ...period }, personal: { name } },
        ]
      );
    }
    case "suspend":
      if (faults.length > 0) return refused;
      return [{ type: "powers.officer.suspended", data: { certificate, from }, personal: { reason: command.reason } }];
    case "resume":
      if (!faults.includes("officer-suspended")) return refused;
      return [{ type: "powers.officer.resumed", data: { certificate, from } }];
    case "withdraw":
      if (faults.includes("officer-withdrawn") || faults.includes("officer-not-yet-certified")) return refused;
      return [{ type: "powers.officer.withdrawn", data: { certificate, from }, personal: { reason: command.reason } }];
  }
}

function wrong({ domains, from, until }: Certified, { today, town }: Context): Rejection | undefined {
  if (until < from) return badInput("powers.period-inverted", { from, to: until }, "/until");
  if (until < today.toString()) return badInput("powers.date-past", { date: until, today: today.toString() }, "/until");
  const known = new Set(town.domains.map(({ id }) => id));
  const strange = domains.findIndex((domain) => !known.has(domain));
  return strange < 0
    ? undefined
    : badInput("powers.unknown-domain", { domain: domains[strange], known: [...known] }, `/domains/${strange}`);
}

function evolve(state: Officer | undefined, event: Recorded<OfficerEvent>): Officer {
  if (event.type === "powers.officer.certified") {
    const { certificate, sub, ...certified } = event.data;
    const changes: OfficerChange[] = [...(state?.changes ?? []), { kind: "certified", ...certified }];
    return { certificate, sub, name: event.personal.name, changes };
  }
  if (state === undefined) throw new TypeError("an officer begins by being certified");
  return { ...state, changes: [...state.changes, { kind: kinds[event.type], from: event.data.from }] };
}

const kinds = {
  "powers.officer.suspended": "suspended",
  "powers.officer.resumed": "resumed",
  "powers.officer.withdrawn": "withdrawn",
} as const;
