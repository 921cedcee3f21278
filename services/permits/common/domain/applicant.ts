import type { DocumentKind, Party } from "../../../../shared/parties/index.ts";

export type Text = { readonly zh: string; readonly en: string };

/** The person or body that applies; a person by his identity card, unless another paper is named. */
export interface Applicant extends Party {
  readonly document?: DocumentKind;
}

export interface OfficialNumber {
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  readonly text: Text;
}
