import { describe, expect, test } from "vitest";
import type { Book } from "../../../services/finance/ledger/domain/book/words.ts";
import { ledgerEntry } from "../../../services/finance/ledger/domain/posted/decider.ts";
import type { PostEntry } from "../../../services/finance/ledger/domain/posted/words.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { theAccountant } from "../finance-town.ts";
import { draft, paid } from "./books.ts";

const day = "2027-03-10";
const standing: Book = {
  ...{ status: "open", kind: "unit", first: "2026-12", document: "建账批复1号", settled: [], reconciled: [] },
};
const posting = (more: Partial<PostEntry> = {}): PostEntry => ({
  ...{ type: "post", book: "town-government", standing, year: 2027 },
  ...draft(),
  ...more,
});
const fresh = () => new Living(ledgerEntry);
const refused = (one: ReturnType<typeof fresh>, command: PostEntry) => {
  const decision = one.tell(command, day, theAccountant);
  return isRejection(decision) ? decision.code : undefined;
};

describe("F-43, F-47: an entry and the balances that move with it", () => {
  test("a source that comes again is refused, with the same lines or with others: no balance moves twice", () => {
    const one = fresh().lawfully(posting(), day, theAccountant);
    expect(refused(one, posting())).toBe("finance.source-posted-already");
    expect(refused(one, posting({ lines: paid(1) }))).toBe("finance.source-posted-otherwise");
  });

  test("balances of another year than that of its period are not moved", () => {
    const late = { effectiveOn: "2026-12-20", standing: { ...standing, through: "2026-12" } };
    expect(refused(fresh(), posting({ ...late, year: 2026 }))).toBe("finance.period-moved-on");
    expect(refused(fresh(), posting({ ...late, year: 2027 }))).toBeUndefined();
    expect(refused(fresh(), posting({ ...late, year: 2026, standing }))).toBeUndefined();
  });
});
