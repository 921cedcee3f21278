import type { Temporal } from "temporal-polyfill";
import type { Head } from "../../../../../shared/town/organisation.ts";

/** The organ's head for a case: of the office that decides it, or whoever leads the government and with it the organ. */
export function isHeadFor(
  office: string,
  sub: string,
  approver: "organ" | "government",
  heads: readonly Head[],
  _today?: Temporal.PlainDate,
): boolean {
  const posts = heads.filter((head) => head.sub === sub);
  const leadsTheTown = posts.some(({ of }) => of === "government");
  return posts.some((post) => post.of === approver && (leadsTheTown || post.office === office));
}
