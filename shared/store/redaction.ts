import { erasedMark } from "../identity-codes/masking.ts";
import type { RetentionKind } from "../town/kept-until.ts";
import { type Codes, type Harmless, harmlessIn, isHarmless } from "./harmless.ts";

/**
 * What the fields of personal parts hold, by their names. A field that is not named here is of the kind of what it lies in,
 * at last `text`. Each text goes with its kind, unless it proves by its form that it names nobody.
 */
const kinds: Readonly<Record<string, RetentionKind>> = {
  phone: "contact",
  email: "contact",
  place: "address",
  address: "address",
  name: "party",
  agentName: "party",
  agent: "party",
  idNumber: "party",
  party: "party",
  holder: "party",
  applicant: "party",
  villager: "party",
  members: "party",
  book: "party",
  claim: "party",
  contact: "party",
  bornOn: "party",
  caller: "party",
  chair: "party",
  owner: "login",
  resident: "login",
  sub: "login",
  person: "login",
  handlers: "login",
  decidedBy: "login",
};

/** Keys of persons: without them nothing leads to the person. They are left out, so that no list holds them. */
const leftOut: ReadonlySet<string> = new Set(["owner", "resident", "party"]);
/** A holder is told by his key here, by his name there: a key leads to him as well. */
const isKeyOfHolder = (field: string, text: string) => field === "holder" && /^[0-9A-F]{16,32}$/.test(text);
/** Days of birth: the year stays, for a day must be a day when the history is folded. */
const births: ReadonlySet<string> = new Set(["bornOn"]);
/** Of a body: public, and no personal data. */
const ofBodies: ReadonlySet<string> = new Set(["name", "idNumber"]);

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(text);
const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How an aggregate is erased: what is over, and what its decider says of it. */
export interface Redaction {
  readonly over: ReadonlySet<RetentionKind>;
  readonly retainedAs?: RetentionKind | undefined;
  readonly erasedTo?: Readonly<Record<string, string | undefined>> | undefined;
  readonly codes?: Codes | undefined;
}

/**
 * A personal part without what is of these kinds: its form stays, so that its history folds as before, and a text says that
 * it was erased.
 */
export function redacted(personal: object, by: Redaction): object {
  const value = without(personal, "text", by);
  return isFields(value) ? value : {};
}

function without(value: unknown, kind: RetentionKind, by: Redaction, stays?: Harmless): unknown {
  const goes = by.over.has(by.retainedAs ?? kind);
  if (typeof value === "string") return goes && !isDate(value) && !isHarmless(value, stays) ? erasedMark : value;
  if (typeof value === "number") return goes && kind === "address" ? 0 : value;
  if (Array.isArray(value)) return value.map((one) => without(one, kind, by, stays));
  if (!isFields(value)) return value;
  const body = value.kind === "organisation";
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, inner]) => {
      const of = kindOf(field) ?? kind;
      const over = by.over.has(by.retainedAs ?? of);
      if (by.retainedAs !== undefined && by.over.has(by.retainedAs) && Object.hasOwn(by.erasedTo ?? {}, field)) {
        const code = by.erasedTo?.[field];
        return code === undefined ? [] : [[field, code]];
      }
      if (body && ofBodies.has(field)) return [[field, inner]];
      if (over && typeof inner === "string") {
        if (leftOut.has(field) || isKeyOfHolder(field, inner)) return [];
        if (births.has(field)) return [[field, `${inner.slice(0, 4)}-01-01`]];
      }
      return [[field, without(inner, of, by, harmlessIn(field, stays, by.codes))]];
    }),
  );
}

const kindOf = (field: string): RetentionKind | undefined => (Object.hasOwn(kinds, field) ? kinds[field] : undefined);

/** A login in the place of the actor, if it is a resident's and its time is over. */
export const redactedActor = (actor: string, { over, retainedAs = "login" }: Redaction): string =>
  over.has(retainedAs) ? erasedMark : actor;

/** Logins of residents that a personal part names. */
export function loginsIn(personal: unknown): string[] {
  if (Array.isArray(personal)) return personal.flatMap(loginsIn);
  if (!isFields(personal)) return [];
  return Object.entries(personal).flatMap(([field, inner]) =>
    (field === "owner" || field === "resident") && typeof inner === "string" ? [inner] : loginsIn(inner),
  );
}
