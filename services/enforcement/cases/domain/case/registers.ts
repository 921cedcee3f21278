import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { isRejection } from "../../../../../shared/decider/index.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { badInput, notNow } from "../refusals.ts";
import { aboutCase } from "./about.ts";
import { type FiledCase, isFiled, type PenaltyCase, type ProceedingEntry } from "./case.ts";
import { excludeTime } from "./clock.ts";
import type {
  CaseEvent,
  EndMeasure,
  NoteEvidence,
  NoteFile,
  NoteMeasure,
  NotePaper,
  NoteProceeding,
  Report,
} from "./messages.ts";
import { transferOpen } from "./police.ts";
import { officersOnly } from "./who.ts";

type Decided = Decision<CaseEvent>;

/**
 * CF-40, CF-46: the register of evidence follows each piece: collected, established, excluded. After a merger its acts have the
 * numbers of this case; excluded evidence stays excluded.
 */
export function noteEvidence(state: PenaltyCase, { evidence }: NoteEvidence): Decided {
  const known = state.evidence.find(({ id }) => id === evidence.id);
  const acts = known?.acts ?? evidence.acts;
  const unknown = acts.find((id) => !state.acts.some((one) => one.id === id));
  if (unknown !== undefined && known === undefined)
    return badInput("enforcement.no-such-act", { act: unknown }, "/acts");
  const { by: handlers, ...said } = evidence;
  const data = { ...said, acts, ...(known?.excluded === undefined ? {} : { excluded: known.excluded }) };
  return [{ type: "enforcement.case.evidence-noted", data, personal: { handlers } }];
}

/** CF-46a: the digest of a file of evidence that has come in. Said again it is the same. */
export const noteFile = ({ files }: PenaltyCase, { sha256 }: NoteFile): Decided =>
  files.includes(sha256) ? [] : [{ type: "enforcement.case.file-noted", data: { sha256 }, personal: {} }];

/** QZ-25, CF-56a: a measure, or its new term. A seizure takes the place of the preservation whose goods it takes over. */
export function noteMeasure(state: FiledCase, { measure, replaces, tested }: NoteMeasure, context: Context): Decided {
  const before = state.measures.find(({ id, ended }) => id === replaces && ended === undefined);
  const noted: CaseEvent = { type: "enforcement.case.measure-noted", data: measure, personal: {} };
  // CF-60a: the days of a test that is over.
  const spent =
    tested === undefined ? [] : excludeTime(state, { type: "exclude-time", what: "test", ...tested }, context);
  if (isRejection(spent)) return spent;
  if (before === undefined) return [noted, ...spent];
  const data = { measure: before.id, on: measure.from, how: "seized" };
  return [noted, { type: "enforcement.case.measure-ended", data, personal: {} }, ...spent];
}

/** A measure ends once; said again it is the same. */
export function endMeasure(state: FiledCase, { measure, on, how }: EndMeasure): Decided {
  const known = state.measures.find(({ id }) => id === measure);
  if (known === undefined) return badInput("enforcement.no-such-measure", { measure }, "/measure");
  if (known.ended !== undefined) return [];
  return [{ type: "enforcement.case.measure-ended", data: { measure, on, how }, personal: {} }];
}

/** 调查终结报告: by the officers of the case, two of them certified today (CF-42). A later report takes the place of the first. */
export function report(state: FiledCase, command: Report, context: Context): Decided {
  const { sha256, complex, suspectedCrime, summary, officers } = command;
  const { today, town } = context;
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const subs = state.officers.map(({ sub }) => sub);
  const named = twoOfficers(subs, { officers, domains: state.domains, on: today, town }, "");
  if (isRejection(named)) return named;
  const on = today.toString();
  return [
    {
      type: "enforcement.case.reported",
      data: {
        on,
        sha256,
        ...(complex ? { complex: true as const } : {}),
        ...(suspectedCrime ? { suspectedCrime: true as const } : {}),
        paper: { kind: "investigation-report", reference: sha256, on },
      },
      personal: { handlers: subs, summary },
    },
  ];
}

const progress: ReadonlySet<string> = new Set(["open", "noticed", "decided"]);
const settled: ReadonlySet<string> = new Set(["decided", "in-effect", "ended", "stopped"]);

/**
 * Each step of a proceeding tells its case in one commit. A case that is suspended, ended or with the police moves no proceeding
 * forward (CF-57a, CF-27). When the last party is decided, the case is in performance.
 */
export function noteProceeding(state: FiledCase, command: NoteProceeding, context: Context): Decided {
  const { party, status, outcome, papers = [] } = command;
  if (!state.parties.some(({ id }) => id === party))
    return badInput("enforcement.unknown-case-party", { party }, "/party");
  if (progress.has(status) && state.status !== "investigating")
    return notNow("enforcement.case-not-in-this-state", {
      status: state.status,
      command: "note-proceeding",
      possible: [],
    });
  if (progress.has(status) && state.unconfirmed === true)
    return notNow("enforcement.filing-unconfirmed", { article: "行政处罚法43", rule: "CF-43a" });
  if (status === "decided" && outcome !== "transfer" && transferOpen(state))
    return notNow("enforcement.crime-first", { article: "行政处罚法27", rule: "CF-27" });
  const on = context.today.toString();
  const noted: CaseEvent = {
    type: "enforcement.case.proceeding-noted",
    data: { party, status, on, papers, ...(outcome === undefined ? {} : { outcome }) },
    personal: {},
  };
  if (state.status !== "investigating") return [noted];
  const now = withProceeding(state.proceedings, { party, status, on });
  const all = state.parties.every(({ id }) => now.some((one) => one.party === id && settled.has(one.status)));
  // A case whose parties were all dropped is stopped by its head; there is nothing to perform.
  const decided = now.some((one) => one.status !== "stopped");
  return all && decided
    ? [noted, { type: "enforcement.case.all-decided", data: { ...aboutCase(state), on }, personal: {} }]
    : [noted];
}

/** The register with what one proceeding says now. */
export const withProceeding = (
  entries: readonly ProceedingEntry[],
  entry: ProceedingEntry,
): readonly ProceedingEntry[] => {
  const before = entries.find(({ party }) => party === entry.party);
  const outcome = entry.status === "open" ? undefined : (entry.outcome ?? before?.outcome);
  const next = { ...entry, ...(outcome === undefined ? {} : { outcome }) };
  return [...entries.filter(({ party }) => party !== entry.party), next];
};

/** A paper that is made outside of this system, or by a part above, joins the file. */
export function notePaper(state: PenaltyCase, { paper }: NotePaper, context: Context): Decided {
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  if (paper.party !== undefined && !state.parties.some(({ id }) => id === paper.party))
    return badInput("enforcement.unknown-case-party", { party: paper.party }, "/paper/party");
  const on = context.today.toString();
  if (isFiled(state) && on < state.filedOn) return badInput("enforcement.before-the-filing", { on });
  return [{ type: "enforcement.case.paper-noted", data: { ...paper, on }, personal: {} }];
}
