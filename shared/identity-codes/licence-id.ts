import { licenceCheck } from "./check-characters.ts";
import { type Parsed, refused, tidy } from "./result.ts";
import { parseUscc } from "./uscc.ts";

export type LicenceIdReason =
  | "licence-id.root"
  | "licence-id.parts"
  | "licence-id.type"
  | "licence-id.issuer"
  | "licence-id.serial"
  | "licence-id.version"
  | "licence-id.check-character";

export interface LicenceIdParts {
  /** USCC of the organ in charge of this kind of licence (18) and its number of the kind (3 digits). */
  readonly type: string;
  /** USCC of the issuing organ. */
  readonly issuer: string;
  /** Digits and upper-case letters. */
  readonly serial: string;
  /** 3 digits, `001` for the first issue. */
  readonly version: string;
}

export interface LicenceId extends LicenceIdParts {
  readonly value: string;
}

const root = "1.2.156.3005.2.";

/** ID-6 (GB/T 36904): an electronic licence's identifier: root, type, issuer, serial, version, check character (MOD 37,36). */
export function parseLicenceId(input: string): Parsed<LicenceId, LicenceIdReason> {
  const value = tidy(input);
  if (!value.startsWith(root)) return refused("licence-id.root");
  const fields = value.slice(root.length).split(".");
  if (fields.length !== 5) return refused("licence-id.parts");
  const [type = "", issuer = "", serial = "", version = "", check = ""] = fields;
  const parts = { type, issuer, serial, version };
  const reason = fault(parts);
  if (reason) return refused(reason);
  if (licenceCheck(type + issuer + serial + version) !== check) return refused("licence-id.check-character");
  return { ok: true, value, ...parts };
}

/** ID-6: puts the identifier of a licence together, check character included. */
export function buildLicenceId(parts: LicenceIdParts): Parsed<LicenceId, LicenceIdReason> {
  const { type, issuer, serial, version } = parts;
  const check = licenceCheck(tidy(type + issuer + serial + version));
  return parseLicenceId(`${root}${type}.${issuer}.${serial}.${version}.${check}`);
}

function fault({ type, issuer, serial, version }: LicenceIdParts): LicenceIdReason | undefined {
  if (!/^\d{3}$/.test(type.slice(18)) || !parseUscc(type.slice(0, 18)).ok) return "licence-id.type";
  if (!parseUscc(issuer).ok) return "licence-id.issuer";
  if (!/^[0-9A-Z]+$/.test(serial)) return "licence-id.serial";
  return /^\d{3}$/.test(version) ? undefined : "licence-id.version";
}
