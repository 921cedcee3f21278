import { Temporal } from "temporal-polyfill";
import {
  type Context,
  type Decision,
  deciderOf,
  type OfType,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import { type KnownOfficer, type OfficerChange, officerFaults } from "../../../../shared/powers-in-force/index.ts";
import { domainCodes } from "../../../../shared/town/domains.ts";
import { badInput, notNow, type OfficerRefusal } from "./refusals.ts";

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

interface OfficerWords {
  readonly state: Officer;
  readonly command: OfficerCommand;
  readonly event: OfficerEvent;
  readonly moves: Record<never, never>;
  readonly begins: "certify";
  readonly begun: "powers.officer.certified";
  readonly refusal: OfficerRefusal;
}

/** P5: through which officers a power may be used; certified for domains and a time, suspended, withdrawn. */
export const officer = deciderOf<OfficerWords>({
  aggregate: "officer",
  shape: 1,
  logins: ["sub"],
  ended: ({ changes }) => changes.some(({ kind }) => kind === "withdrawn"),
  retainedAs: "duty",
  begin: { certify },
  always: {
    certify: ({ certificate }) => notNow("powers.officer-known", { certificate }),
    renew: notPast(renew),
    suspend: notPast(suspend),
    resume: notPast(resume),
    withdraw: notPast(withdraw),
  },
  begun: {
    "powers.officer.certified": ({ data: { certificate, sub, ...certified }, personal: { name } }, before) => ({
      certificate,
      sub,
      name,
      changes: [...(before?.changes ?? []), { kind: "certified", ...certified }],
    }),
  },
  effects: {
    "powers.officer.suspended": (state, { data: { from } }) => changed(state, { kind: "suspended", from }),
    "powers.officer.resumed": (state, { data: { from } }) => changed(state, { kind: "resumed", from }),
    "powers.officer.withdrawn": (state, { data: { from } }) => changed(state, { kind: "withdrawn", from }),
  },
  listed: (_state, id) => ({ byCode: { partition: "officers", sort: id } }),
});

const changed = (state: Officer, change: OfficerChange): Officer => ({ ...state, changes: [...state.changes, change] });

type Ask<T extends OfficerCommand["type"]> = OfType<OfficerCommand, T>;
type Decided = Decision<OfficerEvent>;

/** A certificate may be older than this system: its first day may be past, its last may not. */
function certify({ type: _type, name, ...data }: Ask<"certify">, context: Context): Decided {
  return wrong(data, context) ?? [{ type: "powers.officer.certified", data, personal: { name } }];
}

/** A change counts from today or later; what is known of the officer on that day comes with it. */
function notPast<C extends { readonly type: string; readonly from: string }>(
  rule: (state: Officer, command: C, faults: readonly string[], context: Context) => Decided,
) {
  return (state: Officer, command: C, context: Context): Decided => {
    const { from } = command;
    const day = Temporal.PlainDate.from(from);
    if (Temporal.PlainDate.compare(day, context.today) < 0)
      return badInput("powers.date-past", { date: from, today: context.today.toString() }, "/from");
    const faults = officerFaults(state, day).map(({ condition }) => condition);
    return rule(state, command, faults, context);
  };
}

const notSo = (
  { type: command, from: date }: Pick<Ask<"suspend">, "from"> & { type: string },
  conditions: readonly string[],
) => notNow("powers.officer-not-so", { date, command, conditions });

function renew(
  { certificate, sub, name }: Officer,
  { type: _type, ...period }: Ask<"renew">,
  _faults: readonly string[],
  context: Context,
): Decided {
  const data = { certificate, sub, ...period };
  return wrong(period, context) ?? [{ type: "powers.officer.certified", data, personal: { name } }];
}

function suspend({ certificate }: Officer, command: Ask<"suspend">, faults: readonly string[]): Decided {
  if (faults.length > 0) return notSo(command, faults);
  const { from, reason } = command;
  return [{ type: "powers.officer.suspended", data: { certificate, from }, personal: { reason } }];
}

function resume({ certificate }: Officer, command: Ask<"resume">, faults: readonly string[]): Decided {
  if (!faults.includes("officer-suspended")) return notSo(command, faults);
  return [{ type: "powers.officer.resumed", data: { certificate, from: command.from } }];
}

function withdraw({ certificate }: Officer, command: Ask<"withdraw">, faults: readonly string[]): Decided {
  if (faults.includes("officer-withdrawn") || faults.includes("officer-not-yet-certified"))
    return notSo(command, faults);
  const { from, reason } = command;
  return [{ type: "powers.officer.withdrawn", data: { certificate, from }, personal: { reason } }];
}

function wrong({ domains, from, until }: Certified, { today, town }: Context): Rejection | undefined {
  if (until < from) return badInput("powers.period-inverted", { from, to: until }, "/until");
  if (until < today.toString()) return badInput("powers.date-past", { date: until, today: today.toString() }, "/until");
  const known = new Set(domainCodes(town));
  const strange = domains.findIndex((domain) => !known.has(domain));
  return strange < 0
    ? undefined
    : badInput("powers.unknown-domain", { domain: domains[strange], known: [...known] }, `/domains/${strange}`);
}
