/** A case of the floor: what a small program would keep of it. */
export interface Case {
  readonly id: string;
  readonly version: number;
  readonly status: "received" | "accepted" | "granted" | "refused";
  readonly itemCode: string;
  readonly applicant: object;
  readonly materials: readonly string[];
  readonly receivedBy: string;
  readonly due: string;
  readonly reviews: readonly { readonly by: string; readonly opinion: string }[];
  readonly number?: string;
}

export interface Refused {
  readonly refused: string;
}

const needed = ["渔业捕捞许可证申请书"];
/** The survey, its second signature, the review. */
const reviewsNeeded = 3;
const day = 86_400_000;

/** The day after so many working days, Monday to Friday: the least that a limit can be. */
export function dueAfter(from: Date, workingDays: number): string {
  let time = from.getTime();
  for (let left = workingDays; left > 0; ) {
    time += day;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(time).toISOString().slice(0, 10);
}

export function accept(one: Case): Case | Refused {
  if (one.status !== "received") return { refused: "not-received" };
  if (needed.some((name) => !one.materials.includes(name))) return { refused: "materials-missing" };
  return { ...one, status: "accepted", due: dueAfter(new Date(), 20) };
}

export function review(one: Case, by: string, opinion: string): Case | Refused {
  if (one.status !== "accepted") return { refused: "not-accepted" };
  if (one.reviews.length >= reviewsNeeded) return { refused: "reviewed-already" };
  return { ...one, reviews: [...one.reviews, { by, opinion }] };
}

export function decide(one: Case, granted: boolean, reasons: string | undefined, number: string): Case | Refused {
  if (one.status !== "accepted") return { refused: "not-accepted" };
  if (one.reviews.length < reviewsNeeded) return { refused: "steps-pending" };
  if (!granted && reasons === undefined) return { refused: "reasons-missing" };
  return granted ? { ...one, status: "granted", number } : { ...one, status: "refused" };
}
