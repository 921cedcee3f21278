export type { OfficialNumber } from "../../../../shared/papers/official-number.ts";

import type { DocumentKind, Party } from "../../../../shared/parties/index.ts";

export type Text = { readonly zh: string; readonly en: string };

/** The person or body that applies; a person by his identity card, unless another paper is named. */
export interface Applicant extends Party {
  readonly document?: DocumentKind;
}
