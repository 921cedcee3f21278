import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { Recusal } from "../../../../../shared/people/index.ts";
import type { OfficialNumber } from "../../../cases/domain/application/application.ts";
import type { Certificate, Drawn } from "../../../certificates/domain/states.ts";

/** What is inspected: a certificate as it stood when the inspection was planned, without its holder's number. */
export interface Subject extends Pick<Drawn, "number" | "item" | "title" | "licenceId" | "issuer" | "decidedBy"> {
  /** Id of the certificate. */
  readonly certificate: string;
  readonly office?: string;
  readonly holder: Pick<Drawn["holder"], "kind" | "name">;
  /** Who filed for it himself and may see what concerns him. */
  readonly owner?: string;
  /** The key of the party that holds it: he does not inspect himself. */
  readonly party?: string;
  /** XK-5, XK-40: what was granted under secrecy is not open to consultation. */
  readonly secret?: true;
}

/** A certificate as the register has it, and whether it was granted under secrecy. */
export interface Supervised {
  readonly id: string;
  readonly state: Certificate;
  readonly secret: boolean;
  /** The key of the party that holds it. */
  readonly party?: string;
  /** CF-43a: people who were asked to keep out of its case. */
  readonly recusals?: readonly Recusal[];
}

/** An inspector by `sub` and name: he signs with his own login. */
export interface Inspector {
  readonly sub: string;
  readonly name: string;
}

/** `report`: somebody reported the holder (XK-65), which nobody but the office's heads is told. */
export type Occasion = "routine" | "for-cause" | "report" | "re-inspection";

/** A point of the profile as it read when the inspection was planned. */
export interface Point {
  readonly id: string;
  readonly text: { readonly zh: string; readonly en: string };
}
export const findingResults = ["conforms", "fails", "not-applicable"] as const;
export interface Finding {
  readonly point: string;
  readonly result: (typeof findingResults)[number];
  readonly note?: string;
}
export type Result = "conforming" | "put-right" | "violation";

/** What was seen, before anybody has signed. */
export interface Recorded {
  readonly heldOn: string;
  readonly recordedBy: string;
  readonly result: Result;
  readonly putRightBy?: string;
  readonly findings: readonly Finding[];
  readonly summary: string;
}
export interface Signature {
  readonly by: string;
  readonly on: string;
  readonly remarks?: string;
}
/** XK-63: what the person inspected says of the inspectors. */
export interface Conduct {
  readonly hindered: boolean;
  readonly demanded: boolean;
  readonly words?: string;
}
/** The person inspected signs, or refuses, or nobody is there: then a witness stands for it. */
export type Acknowledgement =
  | { readonly how: "signed"; readonly name: string }
  | { readonly how: "refused" | "absent"; readonly reasons: string; readonly witness: string };

export const measureKinds = ["suspension", "revocation", "enforcement"] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** Said after the signing: the record itself is never changed. */
export interface Annotation {
  readonly on: string;
  readonly by: string;
  readonly text: string;
}

interface Planned {
  readonly subject: Subject;
  readonly occasion: Occasion;
  readonly announced: boolean;
  readonly place: string;
  readonly inspectors: readonly Inspector[];
  readonly points: readonly Point[];
  readonly plannedOn: string;
  /** The last day on which it is to be held. */
  readonly by: string;
  /** XK-66: where `by` follows from the day for putting right. */
  readonly limit?: Limit;
  /** For the inspectors alone. */
  readonly brief?: string;
  readonly report?: string;
  /** The inspection this one looks at again, and the day by which it was to be put right. */
  readonly follows?: { readonly inspection: string; readonly putRightBy: string };
  readonly late?: true;
}
type Held = Planned & {
  readonly record: Recorded;
  readonly signatures: readonly Signature[];
  readonly acknowledged?: Acknowledgement & { readonly on: string; readonly conduct: Conduct };
  /** Until when everybody is to have signed. */
  readonly signing: Limit;
  readonly signingLate?: true;
};
type Concluded = Held & {
  readonly number: OfficialNumber;
  readonly concludedOn: string;
  readonly annotations: readonly Annotation[];
};
export type ToBeHeld = Planned & { readonly status: "planned" };
export type CalledOff = Planned & { readonly status: "called-off" };
export type Unsigned = Held & { readonly status: "unsigned" };
export type ToAct = Concluded & {
  readonly status: "to-act";
  readonly handling: Limit;
  readonly handlingLate?: true;
};
export type Archived = Concluded & {
  readonly status: "archived";
  readonly acted?: { readonly on: string; readonly by: string; readonly measures: readonly MeasureKind[] };
  readonly handlingLate?: true;
};
/** A supervision inspection (监督检查) of who holds a licence: not the survey of an application (XK-34, XK-55). */
export type Inspection = ToBeHeld | CalledOff | Unsigned | ToAct | Archived;
