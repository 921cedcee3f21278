export type Text = { readonly zh: string; readonly en: string };

/** The person or body that applies. */
export interface Applicant {
  readonly kind: "citizen" | "organisation";
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

export interface OfficialNumber {
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  readonly text: Text;
}
