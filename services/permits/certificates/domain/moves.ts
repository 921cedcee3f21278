import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { CertificateCommand } from "./messages.ts";
import type { Certificate } from "./states.ts";

/** What follows from another event of the service, and not from a person, may find the certificate in any state once issued. */
const follows = <S extends string>(status: S) => ({ "file-renewal": status, "follow-renewal": status }) as const;

/** States of a certificate and what moves them (XK-50, XK-69, XK-70). What is not listed is not possible (409). */
export const moves = {
  "drawn-up": {
    issue: "valid",
    "propose-revocation": "drawn-up",
    "drop-revocation": "drawn-up",
    revoke: "revoked",
    cancel: "cancelled",
    "pass-time": "drawn-up",
  },
  valid: {
    suspend: "suspended",
    "propose-revocation": "valid",
    "drop-revocation": "valid",
    revoke: "revoked",
    cancel: "cancelled",
    replace: "cancelled",
    "pass-time": ["valid", "expired"],
    ...follows("valid"),
  },
  suspended: {
    resume: "valid",
    "propose-revocation": "suspended",
    "drop-revocation": "suspended",
    revoke: "revoked",
    cancel: "cancelled",
    replace: "cancelled",
    "pass-time": ["suspended", "valid", "expired"],
    ...follows("suspended"),
  },
  expired: { cancel: "cancelled", replace: "cancelled", ...follows("expired") },
  revoked: { cancel: "cancelled", replace: "revoked", ...follows("revoked") },
  cancelled: { replace: "cancelled", ...follows("cancelled") },
} as const satisfies MovesOf<Certificate, CertificateCommand>;
