import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/enforcement-publications.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import type { NumberedCase } from "./decided.ts";
import type { FellFor, LateFor, Proposed, Repair, Shown, TakeDown } from "./publication.ts";

/** The decision as it stands, and its case. */
export interface Decided {
  readonly decided: Proceeding | undefined;
  readonly of: NumberedCase | undefined;
}
/** Who asks: the party by his login, or staff with his paper. */
interface Asked {
  readonly decided: Proceeding | undefined;
  readonly paper?: string;
}

export type PublicationCommand =
  /** `number`: of the decision whose publication this is. */
  | (Decided & { readonly type: "follow"; readonly number: string })
  | (Decided & { readonly type: "propose"; readonly number: string; readonly reasons: string })
  | (Decided & { readonly type: "publish"; readonly summary: string; readonly elsewhere: readonly string[] })
  | (Decided & { readonly type: "decline"; readonly reasons: string })
  | (Asked & { readonly type: "name-secrets"; readonly words: readonly string[] })
  | (Asked & { readonly type: "ask-repair"; readonly promise: string })
  | (Asked & { readonly type: "withdraw-repair" })
  | (Decided & { readonly type: "decide-repair"; readonly approved: boolean; readonly reasons: string })
  | { readonly type: "note-taken-down"; readonly proof: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.publication.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface On {
  readonly on: string;
}
type About = z.infer<typeof published.about>;

export type PublicationEvent =
  | Of<
      "proposed",
      Pick<
        Proposed,
        | "case"
        | "proceeding"
        | "number"
        | "decidedOn"
        | "organ"
        | "codes"
        | "kinds"
        | "because"
        | "credit"
        | "proposedOn"
        | "publishBy"
      >,
      { readonly handlers: readonly string[]; readonly reasons?: string }
    >
  | Of<"secrets-named", On, { readonly words: readonly string[]; readonly paper?: string }>
  | Of<"declined", On, { readonly reasons: string }>
  | Of<"dropped", On & { readonly fell: FellFor }>
  | Of<
      "published",
      z.infer<typeof published.decisionPublished> & Pick<Shown, "changes">,
      Pick<Shown, "content" | "elsewhere">
    >
  | Of<
      "withdrawn",
      z.infer<typeof published.decisionWithdrawn> & { readonly takeDown?: TakeDown },
      { readonly document?: string }
    >
  | Of<"expired", z.infer<typeof published.publicationEnded> & { readonly takeDown?: TakeDown }>
  | Of<"repaired", z.infer<typeof published.publicationEnded> & { readonly takeDown?: TakeDown }>
  | Of<"repair-asked", Repair, { readonly promise: string; readonly paper?: string }>
  | Of<"repair-withdrawn", On, { readonly paper?: string }>
  | Of<"repair-decided", On & { readonly approved: boolean }, { readonly reasons: string }>
  | Of<"taken-down", On, { readonly proof: string }>
  | Of<"overdue", About & { readonly what: LateFor; readonly due: string }>
  | Of<"limit-recounted", { readonly what: LateFor; readonly limit: Limit }>;
