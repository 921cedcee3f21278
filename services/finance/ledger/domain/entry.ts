import type { Rejection } from "../../../../shared/decider/index.ts";
import type { AccountSet } from "./accounts.ts";
import type { PlacedIn } from "./periods.ts";
import { type PostingDraft, postingIdOf, turned } from "./posting.ts";
import { notNow, refuse } from "./refusals.ts";

/** The voucher numbers of a posting, one in each set that it touches. */
export type Vouchers = Readonly<Partial<Record<AccountSet, number>>>;

/** A posting as it stands in the books. */
export interface Entry extends PostingDraft {
  readonly id: string;
  readonly enteredOn: string;
  readonly period: PlacedIn;
  /** 凭证号 by set; absent until the accountant records the voucher. */
  readonly vouchers?: Vouchers;
  readonly reversedBy?: string;
}

type Content = Pick<PostingDraft, "nature" | "effectiveOn" | "lines" | "reverses">;
const contentOf = ({ nature, effectiveOn, lines, reverses }: Content): string =>
  JSON.stringify([
    nature,
    effectiveOn,
    reverses ?? "",
    lines.map(({ account, side, amount }) => [account, side, amount]),
  ]);

/**
 * A source posts once. `new`: nothing stands yet. `stands`: it posted the same, and nothing is to be done.
 * Refuses a source that comes again with other lines: nothing is overwritten.
 */
export function repeated(draft: PostingDraft, standing: Entry | undefined): "new" | "stands" | Rejection {
  if (standing === undefined) return "new";
  return contentOf(draft) === contentOf(standing)
    ? "stands"
    : notNow("finance.source-posted-otherwise", { posting: postingIdOf(draft.source) });
}

/**
 * F-47: an error is taken back by an entry with the sides turned round. Its effective date is that of the entry it takes back, so
 * that balances of both dates come right. A reversal itself stays: what was right is entered anew.
 */
export function reversalOf(entry: Entry, reason: string): PostingDraft | Rejection {
  const article = "会计法 15";
  if (entry.reverses !== undefined) return refuse("finance.reversal-stays", { posting: entry.id, article });
  if (entry.reversedBy !== undefined) return notNow("finance.reversed-already", { by: entry.reversedBy });
  const { nature, effectiveOn, lines, id } = entry;
  return {
    source: { service: "finance", id: `reversal-${id}` },
    ...{ nature, effectiveOn, text: reason, reverses: id },
    lines: turned(lines),
  };
}
