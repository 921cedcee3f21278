import { organisationCheck, usccCharacters, usccCheck } from "./check-characters.ts";
import { type Parsed, refused, tidy } from "./result.ts";

export type UsccReason =
  | "uscc.length"
  | "uscc.characters"
  | "uscc.check-character"
  | "uscc.organisation-check-character";

/** ID-3: what the first two characters say. 54, 55 and N2 rest on secondary sources. */
export const organisationKinds = {
  "11": "机关",
  "12": "事业单位",
  "13": "群团组织",
  "51": "社会团体",
  "52": "民办非企业单位",
  "53": "基金会",
  "54": "村民委员会",
  "55": "居民委员会",
  "91": "企业",
  "92": "个体工商户",
  "93": "农民专业合作社",
  N2: "农村集体经济组织",
} as const;

const kinds: ReadonlyMap<string, string> = new Map(Object.entries(organisationKinds));

export interface Uscc {
  /** 18 characters, upper case. */
  readonly value: string;
  /** Registering department, 1 character. */
  readonly department: string;
  /** Type within the department, 1 character. */
  readonly type: string;
  /** Division of the registering organ, 6 digits. */
  readonly region: string;
  /** GB 11714 organisation code, 9 characters. */
  readonly organisationCode: string;
  /** Chinese name of the kind of organisation; null for a pair the rule book does not name. */
  readonly kind: string | null;
}

const shape = new RegExp(`^[${usccCharacters}]{2}\\d{6}[${usccCharacters}]{10}$`);

/**
 * ID-2, ID-3 (GB 32100): a unified social credit code in any case, width or spacing. `strict` also checks the organisation code
 * inside (GB 11714), which some codes in use fail.
 */
export function parseUscc(input: string, options: { readonly strict?: boolean } = {}): Parsed<Uscc, UsccReason> {
  const value = tidy(input);
  if (value.length !== 18) return refused("uscc.length");
  if (!shape.test(value)) return refused("uscc.characters");
  if (usccCheck(value) !== value.charAt(17)) return refused("uscc.check-character");
  const organisationCode = value.slice(8, 17);
  if (options.strict && organisationCheck(organisationCode) !== organisationCode.charAt(8)) {
    return refused("uscc.organisation-check-character");
  }
  return {
    ok: true,
    value,
    department: value.charAt(0),
    type: value.charAt(1),
    region: value.slice(2, 8),
    organisationCode,
    kind: kinds.get(value.slice(0, 2)) ?? null,
  };
}
