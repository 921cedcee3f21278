import type { CertificateCommand, CertificateEvent } from "./messages.ts";
import type { moves } from "./moves.ts";
import type { CertificateRefusal } from "./refusals.ts";
import type { Certificate } from "./states.ts";

/** The words from which the tables of a certificate are typed. */
export interface CertificateWords {
  readonly state: Certificate;
  readonly command: CertificateCommand;
  readonly event: CertificateEvent;
  readonly moves: typeof moves;
  readonly begins: "draw-up";
  readonly begun: "permits.certificate.drawn-up";
  readonly refusal: CertificateRefusal;
}
