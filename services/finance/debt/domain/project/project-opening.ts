import { type Context, type Decision, deciderOf } from "../../../../../shared/decider/index.ts";
import { type Fen, subtract, sum } from "../../../../../shared/money/index.ts";
import { badInput, type DebtRefusal, refuse } from "../refusals.ts";

/** What a project is paid from. Only the first three may be: nothing is built on debt (F-4). */
export const projectMeans = ["budget", "transfer", "fund", "loan", "guarantee", "builder-advances", "arrears"] as const;
export type ProjectMeans = (typeof projectMeans)[number];
const lawful: readonly ProjectMeans[] = ["budget", "transfer", "fund"];

export interface ProjectSource {
  readonly means: ProjectMeans;
  readonly amount: Fen;
  readonly document: string;
}
/** A project that may begin, with the county's written opinion. */
export interface ProjectOpening {
  /** `town`, or the code of a village. */
  readonly debtor: string;
  readonly project: string;
  readonly estimate: Fen;
  readonly sources: readonly ProjectSource[];
  readonly opinion: { readonly number: string; readonly on: string };
  readonly openedOn: string;
}
export interface OpenProject extends Omit<ProjectOpening, "opinion" | "openedOn"> {
  readonly type: "open";
  readonly opinion?: { readonly number: string; readonly on: string };
  readonly isKnown: boolean;
}
export interface ProjectOpened {
  readonly type: "finance.project-opening.opened";
  readonly data: ProjectOpening;
}

/** F8: no project without the county's written opinion, none on debt, and none whose money is not there. */
function open({ type: _type, isKnown, opinion, ...project }: OpenProject, { today }: Context): Decision<ProjectOpened> {
  if (!isKnown) return badInput("finance.debtor-unknown", { debtor: project.debtor }, "/debtor");
  if (opinion === undefined) return refuse("finance.no-written-opinion", {}, "/opinion");
  if (opinion.on > today.toString()) return badInput("finance.debt-day-in-future", { on: opinion.on }, "/opinion/on");
  const unlawful = project.sources.findIndex(({ means }) => !lawful.includes(means));
  if (unlawful >= 0)
    return refuse("finance.project-by-debt", { article: "预算法35、政府投资条例22" }, `/sources/${unlawful}/means`);
  const missing = subtract(project.estimate, sum(project.sources.map(({ amount }) => amount)));
  if (missing > 0) return refuse("finance.project-not-covered", { missing }, "/sources");
  return [{ type: "finance.project-opening.opened", data: { ...project, opinion, openedOn: today.toString() } }];
}

/** A project that may begin. */
export const projectOpening = deciderOf<{
  readonly state: ProjectOpening;
  readonly command: OpenProject;
  readonly event: ProjectOpened;
  readonly moves: Record<never, never>;
  readonly begins: "open";
  readonly begun: "finance.project-opening.opened";
  readonly refusal: DebtRefusal;
}>({
  aggregate: "project-opening",
  shape: 1,
  begin: { open },
  begun: { "finance.project-opening.opened": ({ data }) => data },
  effects: {},
  listed: ({ openedOn }, id) => ({ byStatus: { partition: everyProject, sort: `${openedOn}|${id}` } }),
});

/** The partition of `byStatus` with all projects. */
export const everyProject = "project-opening:all";
