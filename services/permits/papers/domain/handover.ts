import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import type { Issued } from "../../certificates/domain/states.ts";

/** How what was decided came into the hands of whom it concerns: what a record of delivery says besides its case. */
export interface Handover {
  /** The number of the refusal handed over. */
  readonly refusal?: string;
  readonly way?: NonNullable<Issued["handedOver"]>;
  /** L9: the agent who came for the certificate, and the authorisation under which it was given to him. */
  readonly agent?: Pick<Authorisation, "givenOn" | "until"> & {
    readonly authorisation: string;
    readonly name: string;
    readonly proof: Authorisation["proof"]["kind"];
  };
}
