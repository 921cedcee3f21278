import type { Temporal } from "temporal-polyfill";
import { citizenCheck } from "../identity-codes/check-characters.ts";
import { type CitizenNumberReason, parseCitizenNumber } from "../identity-codes/citizen-number.ts";
import type { Parsed } from "../identity-codes/result.ts";

/** The papers by which a person is identified. */
export const documentKinds = [
  "resident-id",
  "foreigner-residence-card",
  "hk-mo-tw-residence-permit",
  "passport",
  "hk-mo-travel-permit",
  "tw-travel-permit",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentNames = {
  "resident-id": { zh: "居民身份证", en: "resident identity card" },
  "foreigner-residence-card": { zh: "外国人永久居留身份证", en: "foreigner's permanent residence card" },
  "hk-mo-tw-residence-permit": {
    zh: "港澳台居民居住证",
    en: "residence permit of Hong Kong, Macao and Taiwan residents",
  },
  passport: { zh: "护照", en: "passport" },
  "hk-mo-travel-permit": {
    zh: "港澳居民来往内地通行证",
    en: "mainland travel permit of Hong Kong and Macao residents",
  },
  "tw-travel-permit": { zh: "台湾居民来往大陆通行证", en: "mainland travel permit of Taiwan residents" },
} as const satisfies Record<DocumentKind, { readonly zh: string; readonly en: string }>;

export type DocumentReason = CitizenNumberReason | `document.${Exclude<DocumentKind, "resident-id">}`;
type Read = Parsed<{ readonly value: string }, DocumentReason>;
type Day = Temporal.PlainDate | string;

/** Full-width forms, blanks and hyphens are tidied; letters in capitals. */
const tidied = (input: string): string =>
  input
    .normalize("NFKC")
    .replace(/[\s‐–-]+/gu, "")
    .toUpperCase();

const shaped =
  (kind: Exclude<DocumentKind, "resident-id">, shape: RegExp) =>
  (value: string): Read =>
    shape.test(value) ? { ok: true, value } : { ok: false, reason: `document.${kind}` };

/** GA 2102-2023: 9, place of issue, ISO country, birth, serial and the check digit of GB 11643; before: three letters and 12 digits. */
function foreignerCard(value: string, today: Day | undefined): Read {
  const refused = { ok: false, reason: "document.foreigner-residence-card" } as const;
  if (/^[A-Z]{3}\d{12}$/.test(value)) return { ok: true, value };
  if (!/^9\d{16}[\dX]$/.test(value) || citizenCheck(value) !== value.charAt(17)) return refused;
  const asCitizen = `11${value.slice(2, 17)}`;
  const birth = parseCitizenNumber(asCitizen + citizenCheck(asCitizen), today);
  return birth.ok ? { ok: true, value } : birth;
}

function residencePermit(value: string, today: Day | undefined): Read {
  const read = parseCitizenNumber(value, today);
  if (!read.ok) return read;
  const own = /^8[123]/.test(read.value);
  return own ? { ok: true, value: read.value } : { ok: false, reason: "document.hk-mo-tw-residence-permit" };
}

const readers: Record<DocumentKind, (value: string, today: Day | undefined) => Read> = {
  "resident-id": (value, today) => parseCitizenNumber(value, today),
  "foreigner-residence-card": foreignerCard,
  "hk-mo-tw-residence-permit": residencePermit,
  passport: shaped("passport", /^(?=.*\d)[A-Z\d]{5,15}$/),
  "hk-mo-travel-permit": shaped("hk-mo-travel-permit", /^[HM]\d{8}(?:\d{2})?$/),
  "tw-travel-permit": shaped("tw-travel-permit", /^(?:\d{8}|\d{10}[A-Z\d]?)$/),
};

/**
 * The number of a paper as it is written, by the paper's own check. With `today` (Asia/Shanghai) a birth after it is refused.
 * @returns the tidied number, or the stable code of the reason why not
 */
export const parseDocument = (kind: DocumentKind, input: string, today?: Day): Read =>
  readers[kind](tidied(input), today);
