import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/permits-certificates.ts";
import type { Recusal } from "../../../../shared/people/index.ts";
import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import type { Empowered } from "./power.ts";
import type {
  ConcernKind,
  cancellationGrounds,
  Drawn,
  PaperOf,
  PendingRenewal,
  Proposal,
  RenewalNews,
  RenewalWindow,
  RevocationGround,
} from "./states.ts";

export interface DrawUp {
  readonly type: "draw-up";
  readonly certificate: Omit<Drawn, "licenceId">;
  /** The organ in charge of this kind of licence. */
  readonly inCharge: string;
}
export interface Issue {
  readonly type: "issue";
  /** What is still to be paid for it, in fen; absent or 0: nothing. */
  readonly unpaidFen?: number;
  /** The key of the party that holds it: he does not issue it to himself. */
  readonly party?: string;
  /** CF-43a: people who were asked to keep out of its case. */
  readonly recusals?: readonly Recusal[];
  readonly handedOver?: "in-person" | "courier" | "electronic";
  /** L9: whom it is given to; absent: the holder. */
  readonly collectedBy?: Collector;
}
/** An agent comes under an authorisation, as it stands, for the party that holds the certificate. */
export type Collector =
  | { readonly kind: "holder" }
  | {
      readonly kind: "agent";
      readonly authorisation: string;
      readonly given: Authorisation | undefined;
      readonly party: string;
      /** Whether the guide of the case lets agents act at all. */
      readonly proxyAllowed: boolean;
    };
export interface Revoke extends Empowered {
  readonly type: "revoke";
  /** The holder's statement or defence, on record; or that he gave none after being told. */
  readonly heard?: { readonly on: string; readonly record: string };
  /** XK-69(3): whether revoking would gravely harm the public, looked into in every case. */
  readonly publicHarm: { readonly grave: boolean; readonly assessment: string };
  /** What the holder lost in good faith. */
  readonly lossFen?: number;
}
export interface Cancel extends Empowered {
  readonly type: "cancel";
  readonly ground: (typeof cancellationGrounds)[number];
  readonly document?: PaperOf;
}
export type CertificateCommand =
  | DrawUp
  | Issue
  | (Empowered & { readonly type: "suspend"; readonly document: PaperOf; readonly until?: string })
  | (Empowered & { readonly type: "resume" })
  | (Empowered & {
      readonly type: "propose-revocation";
      readonly ground: RevocationGround;
      readonly notice: string;
      readonly facts: string;
    })
  | (Empowered & { readonly type: "drop-revocation"; readonly reasons: string; readonly publicHarm?: boolean })
  | Revoke
  | Cancel
  | { readonly type: "file-renewal"; readonly application: string; readonly filedOn: string }
  | {
      readonly type: "follow-renewal";
      readonly application: string;
      readonly news: RenewalNews;
    }
  /** `by`: the certificate that takes its place, or the number of what the organ above issued. */
  | { readonly type: "replace"; readonly by: string; readonly kind: ConcernKind }
  | { readonly type: "pass-time" };

type Publishing<T extends string, S extends z.ZodType, More = object> = {
  readonly type: `permits.certificate.${T}`;
  readonly data: z.infer<S> & More;
};
interface InHouse<T extends string, D> {
  readonly type: `permits.certificate.${T}`;
  readonly data: D;
}

/** What somebody writes in his own words may name a person: it is `personal`, never `data`. */
export type CertificateEvent =
  | (InHouse<"drawn-up", Omit<Drawn, "holder" | "owner"> & { readonly delivery: Limit }> & {
      readonly personal: Pick<Drawn, "holder" | "owner">;
    })
  | InHouse<"delivery-recounted", { readonly delivery: Limit }>
  | Publishing<"delivery-missed", typeof published.deliveryMissed>
  | Publishing<"issued", typeof published.certificateIssued, { readonly window?: RenewalWindow }>
  | Publishing<"renewal-due", typeof published.renewalDue>
  | InHouse<"renewal-filed", PendingRenewal>
  | InHouse<
      "renewal-followed",
      {
        readonly application: string;
        readonly on: string;
        readonly news: RenewalNews;
      }
    >
  | Publishing<"deemed-renewed", typeof published.deemedRenewed, { readonly window?: RenewalWindow }>
  | Publishing<"expired", typeof published.certificateExpired>
  | Publishing<"cancellation-due", typeof published.cancellationDue>
  | Publishing<"suspended", typeof published.certificateSuspended>
  | Publishing<"resumed", typeof published.certificateResumed>
  | (InHouse<"revocation-proposed", Omit<Proposal, "facts">> & { readonly personal: Pick<Proposal, "facts"> })
  | (InHouse<"revocation-dropped", { readonly on: string; readonly publicHarm: boolean }> & {
      readonly personal: { readonly reasons: string };
    })
  | (Publishing<"revoked", typeof published.certificateRevoked, { readonly lossFen?: number }> & {
      readonly personal: { readonly heard: Revoke["heard"]; readonly assessment: string };
    })
  | Publishing<"cancelled", typeof published.certificateCancelled>;
