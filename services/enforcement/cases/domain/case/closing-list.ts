import type { FiledCase, ProceedingEntry } from "./case.ts";
import type { CasePaper } from "./papers.ts";

/** A paper without which a case does not close, and the party whom it concerns. */
export interface RequiredPaper {
  readonly kind: CasePaper;
  readonly party?: string;
}

const always: readonly RequiredPaper[] = [{ kind: "filing-approval" }];

/** CF-57a, CF-61: each decision has its notice, its service, and what proves its performance. */
function ofProceeding({ party, outcome, status }: ProceedingEntry): readonly RequiredPaper[] {
  const his = (...kinds: CasePaper[]) => kinds.map((kind) => ({ kind, party }));
  if (status === "revoked" || status === "void") return his("prior-notice", "penalty-decision", "delivery-record");
  switch (outcome) {
    case "punish":
      return his("prior-notice", "penalty-decision", "delivery-record", "performance-proof");
    case "no-penalty":
    case "not-proved":
      return his("no-penalty-decision", "delivery-record");
    case "transfer":
      return his("transfer-letter");
    case "stopped":
      return his("stop-decision");
    default:
      return [];
  }
}

/** The papers of what happened on the way: a suspension and its end, a transfer to the police. */
function onTheWay({ suspensions, police, status }: FiledCase): readonly RequiredPaper[] {
  return [
    ...(suspensions > 0 ? [{ kind: "suspension-decision" as const }] : []),
    ...(suspensions > 0 && status !== "withdrawn" && status !== "stopped"
      ? [{ kind: "resumption-decision" as const }]
      : []),
    ...(police?.handedOverOn === undefined
      ? []
      : [{ kind: "crime-report" as const }, { kind: "transfer-letter" as const }, { kind: "goods-list" as const }]),
  ];
}

/** CF-57a: each ending has its own list. */
function ofEnding({ ending, proceedings, police, measures }: FiledCase): readonly RequiredPaper[] {
  const goods: RequiredPaper[] = measures.length > 0 ? [{ kind: "goods-disposal" }] : [];
  if (ending === undefined || ending.how === "decided")
    return [{ kind: "investigation-report" }, ...proceedings.flatMap(ofProceeding), ...goods];
  switch (ending.how) {
    case "withdrawn":
      return [{ kind: "withdrawal-approval" }, ...goods];
    case "stopped":
      return [{ kind: "stop-decision" }, ...goods];
    case "transferred":
      return ending.to === "organ"
        ? [{ kind: "transfer-letter" }, ...goods]
        : // CF-27a: once the police have filed it, goods and papers go to them.
          [{ kind: "police-answer" }, ...(police?.filed === undefined ? goods : [{ kind: "goods-disposal" as const }])];
  }
}

/** CF-57a: all papers that a case of this ending keeps on file. */
export const requiredPapers = (state: FiledCase): readonly RequiredPaper[] => [
  ...always,
  ...onTheWay(state),
  ...ofEnding(state),
];

const same = (one: RequiredPaper, other: RequiredPaper) => one.kind === other.kind && one.party === other.party;

/** What is still missing of them. */
export const missingPapers = (state: FiledCase): readonly RequiredPaper[] =>
  requiredPapers(state).filter((needed, at, all) => {
    const first = all.findIndex((one) => same(one, needed)) === at;
    return first && !state.papers.some((one) => same(one, needed));
  });
