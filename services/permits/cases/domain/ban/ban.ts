import { Temporal } from "temporal-polyfill";
import { type Limit, type LimitSpec, limitFrom } from "../../../../../shared/calendar/index.ts";
import {
  become,
  type Context,
  type Decision,
  deciderOf,
  keep,
  type MovesOf,
  type OfType,
} from "../../../../../shared/decider/index.ts";
import type { Applicant } from "../application/application.ts";
import { type BanRefusal, badInput } from "../refusals.ts";

/** XK-78: false materials found before the grant. XK-79: a permit obtained by fraud or bribery. */
export type Falsehood = "false-materials" | "fraud";

/** How long the person who was found false may not apply for the item again, where it bears on public safety, health or life. */
const barFor = {
  "false-materials": { rule: "XK-78", article: "行政许可法78", unit: "year", length: 1 },
  fraud: { rule: "XK-79", article: "行政许可法79", unit: "year", length: 3 },
} as const satisfies Record<Falsehood, LimitSpec>;

/** A falsehood on record: always a warning (XK-78), a bar only for a safety item. */
export interface Finding {
  readonly ground: Falsehood;
  /** The application refused or the certificate revoked for it. */
  readonly source: string;
  readonly from: string;
  /** Its `due` is the last day on which no application is received. */
  readonly bar?: Limit;
}

/** The court judgment, or decision on review, that undid it. Nothing else ends a bar early. */
export interface Undoing {
  readonly kind: "judgment" | "review-decision";
  readonly organ: string;
  readonly number: string;
  readonly date: string;
}

interface Known {
  readonly item: string;
  readonly holder: Omit<Applicant, "phone">;
  readonly findings: readonly Finding[];
}
export type Ban =
  | (Known & { readonly status: "recorded" })
  | (Known & { readonly status: "lifted"; readonly liftedOn: string; readonly document: Undoing });

export interface RecordFalsehood {
  readonly type: "record";
  readonly item: string;
  readonly holder: Known["holder"];
  readonly ground: Falsehood;
  readonly source: string;
  /** The day of the refusal or revocation, ISO date. */
  readonly from: string;
  /** Whether the item bears directly on public safety, health or life. */
  readonly safety: boolean;
}
export type BanCommand = RecordFalsehood | { readonly type: "lift"; readonly document: Undoing };

export type BanEvent =
  | {
      readonly type: "permits.ban.recorded";
      readonly data: Finding & { readonly item: string };
      readonly personal: Pick<Known, "holder">;
    }
  | { readonly type: "permits.ban.lifted"; readonly data: { readonly liftedOn: string; readonly document: Undoing } };

/** One per party and item; `party` is the digest of `partyId`. */
export const banId = (party: string, itemCode: string) => `${itemCode}-${party}`;

/** States of a ban and what moves them. */
export const banMoves = {
  recorded: { record: "recorded", lift: "lifted" },
  lifted: { record: "recorded" },
} as const satisfies MovesOf<Ban, BanCommand>;

interface BanWords {
  readonly state: Ban;
  readonly command: BanCommand;
  readonly event: BanEvent;
  readonly moves: typeof banMoves;
  readonly begins: "record";
  readonly begun: "permits.ban.recorded";
  readonly refusal: BanRefusal;
}

const known = keep<Known>({ item: true, holder: true, findings: true });
type Lifted = Extract<Ban, { status: "lifted" }>;

/** Who lied to obtain a permit, and until when he may not apply for it again (XK-78, XK-79). Never published. */
export const ban = deciderOf<BanWords>({
  aggregate: "ban",
  shape: 1,
  // It is over when its last bar is; what follows from the days is looked up when the time comes.
  ended: () => true,
  moves: banMoves,
  impossible: "permits.ban-not-in-this-state",
  begin: { record: (command, context) => record(undefined, command, context) },
  steps: { record, lift },
  begun: {
    "permits.ban.recorded": ({ data: { item, ...finding }, personal: { holder } }, state) => {
      // What was undone stays undone; only the new finding bars.
      const before = state?.status === "recorded" ? state.findings : (state?.findings ?? []).map(withoutBar);
      return { status: "recorded", item, holder, findings: [...before, finding] };
    },
  },
  effects: {
    "permits.ban.lifted": (state, { data: { liftedOn, document } }) =>
      become<Lifted, Known>(known(state), { status: "lifted", liftedOn, document }),
  },
  listed: (state, id) => ({
    byStatus: { partition: state.status === "lifted" ? "ban:lifted" : "ban:recorded", sort: `${lastDay(state)}#${id}` },
    byCode: { partition: `ban:${state.item}`, sort: `${lastDay(state)}#${id}` },
  }),
});

function record(state: Ban | undefined, command: RecordFalsehood, { calendar }: Context): Decision<BanEvent> {
  const { ground, source, from, item, holder, safety } = command;
  if (state?.findings.some((finding) => finding.source === source)) return [];
  const bar = safety ? { bar: limitFrom(calendar, barFor[ground], from) } : {};
  return [{ type: "permits.ban.recorded", data: { item, ground, source, from, ...bar }, personal: { holder } }];
}

function lift(_state: Ban, { document }: OfType<BanCommand, "lift">, { today }: Context): Decision<BanEvent> {
  if (Temporal.PlainDate.compare(document.date, today) > 0)
    return badInput("permits.document-dated-later", { date: document.date }, "/document/date");
  return [{ type: "permits.ban.lifted", data: { liftedOn: today.toString(), document } }];
}

const withoutBar = ({ ground, source, from }: Finding): Finding => ({ ground, source, from });

const lastDay = ({ findings }: Known) =>
  findings.reduce((latest, { bar }) => (bar?.due != null && bar.due > latest ? bar.due : latest), "");

/** The bar that stands on a day, its last day included; undefined: he may apply. */
export function standingBan(state: Ban | undefined, today: Temporal.PlainDate): (Finding & { bar: Limit }) | undefined {
  if (state?.status !== "recorded") return undefined;
  const standing = state.findings
    .flatMap((finding) => (finding.bar === undefined ? [] : [{ ...finding, bar: finding.bar }]))
    .filter(({ bar: { due } }) => due !== null && Temporal.PlainDate.compare(today, due) <= 0);
  return standing.toSorted((one, other) => (one.bar.due ?? "").localeCompare(other.bar.due ?? "")).at(-1);
}
