import { roles } from "../town/roles.ts";

/**
 * What of a personal part names nobody, proved by its form: one of these codes, or a text all of this form, or a structure
 * field by field. What a person writes in his own words has no such form (P-8).
 */
export interface Harmless {
  readonly oneOf?: readonly string[];
  /** From its first letter to its last. */
  readonly form?: RegExp;
  readonly of?: Readonly<Record<string, Harmless>>;
}

/** Codes by the field that holds them: what a decider says stays of its own personal parts. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/** An id has a letter that no identity paper and no telephone number has. */
const id = /^(?=.{10,32}$)(?=[0-9A-Z]*[A-WYZ])[0-9A-Z]+$/;
/** 广通许〔2026〕7号, （2026）云23行初1号, GT-2026-7. */
const numbered =
  /^(?:\p{Script=Han}{0,12}[〔（]\d{4}[〕）]\p{Script=Han}{0,3}\d{0,5}\p{Script=Han}{0,5}\d{1,6}号|[A-Z]{1,4}-\d{4}-\d{1,6})$/u;
/** Guangtong Permit [2026] No. 7, GT-2026-7. */
const numberedInEnglish = /^(?:[A-Z][A-Za-z -]{1,60} \[\d{4}\] No\. |[A-Z]{2,3}-\d{4}-)\d{1,6}$/;
const code = /^[a-z]{1,20}(?:-[a-z]{1,20}){0,4}$/;
const itemCode = /^[A-Z]{1,4}-\d{1,4}$/;

/** By name of a field, in the records of all services. Any other text of a personal part is erased. */
const everywhere: Readonly<Record<string, Harmless>> = {
  kind: { oneOf: ["citizen", "organisation", "sole-trader"] },
  /** How a record was signed. */
  how: { oneOf: ["signed", "refused", "absent"] },
  /** A point of a list in the profile, by its code. */
  point: { form: code },
  roles: { oneOf: roles },
  office: { form: code },
  item: { form: itemCode, of: { code: { form: itemCode } } },
  /** The card of an officer of the law, which the town publishes (CF-39). */
  certificate: { form: /^(?:\p{Script=Han}{1,2}[A-Z]{1,2}\d{1,8}|(?=.{10,32}$)(?=[0-9A-Z]*[A-WYZ])[0-9A-Z]+)$/u },
  inspection: { form: id },
  authorisation: { form: id },
  licenceId: { form: /^1\.2\.156(?:\.[0-9A-Z]{1,20}){2,10}$/ },
  ref: { form: /^[A-Z]\d{1,3}$/ },
  document: { form: numbered, of: { number: { form: numbered } } },
  number: {
    form: numbered,
    of: { series: { form: code }, text: { of: { zh: { form: numbered }, en: { form: numberedInEnglish } } } },
  },
  /** Of a limit: what it says beside its days. */
  rule: { form: /^[A-Z]{1,3}-?\d{1,3}(?:-\d{1,3}){0,2}$/ },
  unit: { oneOf: ["working-day", "day", "month", "year"] },
  roll: { oneOf: ["none", "next-working-day"] },
};

/** Every form that stays in the records of all services, by name of its field. */
export const harmlessEverywhere = (): readonly (readonly [string, Harmless])[] => Object.entries(everywhere);

/** What may stay in a field: by the structure above it, by what its decider says, or by its name. */
export function harmlessIn(field: string, above: Harmless | undefined, codes: Codes = {}): Harmless | undefined {
  if (above?.of !== undefined && Object.hasOwn(above.of, field)) return above.of[field];
  const named = Object.hasOwn(everywhere, field) ? everywhere[field] : undefined;
  const own = Object.hasOwn(codes, field) ? codes[field] : undefined;
  return own === undefined ? named : { ...named, oneOf: [...(named?.oneOf ?? []), ...own] };
}

/** Whether a text proves by its form that it names nobody. */
export const isHarmless = (text: string, { oneOf, form }: Harmless = {}): boolean =>
  oneOf?.includes(text) === true || form?.test(text) === true;
