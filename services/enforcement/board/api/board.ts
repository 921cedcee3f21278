import * as z from "zod";
import { toDate, todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole, problem, type Route, read, wholeNumber } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf, titled } from "../../../../shared/text/index.ts";
import { standingSquads } from "../../team/index.ts";
import { awaited, matterKinds, standingOf, standings } from "../domain/term.ts";
import { type Matter, sources } from "./sources.ts";

const scopes = ["mine", "squad", "all"] as const;
type Scope = (typeof scopes)[number];
/** So many rows come at once: the most pressing ones. */
const mostShown = 200;
const overseers = ["approver", "leader", "supervisor"] as const;
const readers = ["officer", "squad-leader", "legal-reviewer", ...overseers] as const;

const date = z.iso.date();
const count = z.int().nonnegative();
const term = z.enum(matterKinds);
const matter = z.object({
  term,
  standing: z.enum(standings),
  due: date.optional(),
  waitsFor: z.enum(awaited),
  path: titled(z.string(), { zh: "所在路径", en: "Where it is read" }),
  id: z.string(),
  officers: z.array(z.string()),
});
const answer = z.object({
  today: titled(date, { zh: "今天", en: "Today" }),
  scope: z.enum(scopes),
  until: date,
  complete: titled(z.boolean(), { zh: "是否列全", en: "Whether nothing was left out" }),
  kinds: titled(
    z.array(
      z.object({
        term,
        overdue: titled(count, { zh: "已逾期件数", en: "Overdue" }),
        soon: titled(count, { zh: "即将到期件数", en: "Due soon" }),
        undated: titled(count, { zh: "无法定期限件数", en: "Without a term" }),
      }),
    ),
    {
      zh: "按类别",
      en: "By kind",
    },
  ),
  matters: titled(z.array(matter), { zh: "待办", en: "What to do" }),
});

/** What a person looks at unless he says otherwise. */
function ownScope(actor: Actor): Scope {
  if (hasRole(actor, overseers)) return "all";
  return actor.roles.includes("squad-leader") ? "squad" : "mine";
}
const narrower: Readonly<Record<Scope, readonly Scope[]>> = {
  mine: ["mine"],
  squad: ["mine", "squad"],
  all: scopes,
};

/** Whose matters count: a squad's are those of its members, and those in its domains that nobody has yet. */
async function keptIn(scope: Scope, { sub }: Actor, runtime: Runtime): Promise<(one: Matter) => boolean> {
  if (scope === "all") return () => true;
  if (scope === "mine") return ({ people }) => people.includes(sub);
  const led = (await standingSquads(runtime)).filter(({ state }) => state.leader === sub);
  const members = new Set([sub, ...led.flatMap(({ state }) => state.members.map((one) => one.sub))]);
  const domains = new Set(led.flatMap(({ state }) => state.domains));
  return ({ people, domain }) =>
    people.length === 0 ? domain === undefined || domains.has(domain) : people.some((one) => members.has(one));
}

const rank = { overdue: 0, soon: 1, undated: 2, later: 3 } as const;

/** What is overdue and what is due soon: an officer's own, a squad's, or all (E12). */
export const boardRoute: Route = read("GET /enforcement/board", {
  summary: {
    zh: "办案看板：逾期和三日内到期的事项，执法人员看本人的，中队长看本中队的，负责人看全部",
    en: "What is overdue or due in three days: one's own, of one's squad, or all of the office",
  },
  allow: readers,
  query: z.strictObject({
    scope: z.enum(scopes).optional(),
    term: term.optional(),
    within: titled(wholeNumber(z.int().min(0).max(90).default(3)), { zh: "几日内到期", en: "Due within so many days" }),
    officer: lineOf(100).optional(),
  }),
  returns: answer,
  run: async ({ query, actor }, runtime) => {
    if (actor === undefined) return problem(403, "auth.forbidden");
    const scope = query.scope ?? ownScope(actor);
    if (!narrower[ownScope(actor)].includes(scope))
      return problem(403, "enforcement.board-not-yours", { details: { scope } });
    const today = todayIn(runtime.clock()).toString();
    const horizon = { today, until: toDate(today).add({ days: query.within }).toString() };
    const [found, isKept] = await Promise.all([
      Promise.all(sources.map((look) => look(actor, runtime, { today, calendar: runtime.calendar }))),
      keptIn(scope, actor, runtime),
    ]);
    const rows = found
      .flatMap(({ matters }) => matters)
      .filter((one) => isKept(one) && (query.officer === undefined || one.people.includes(query.officer)))
      .map(({ people, domain: _domain, kind, ...one }) => ({
        term: kind,
        ...one,
        standing: standingOf(one, horizon),
        officers: [...people],
      }))
      .filter(({ standing }) => standing !== "later");
    const asked = rows
      .filter((one) => query.term === undefined || one.term === query.term)
      .toSorted(
        (one, other) =>
          rank[one.standing] - rank[other.standing] ||
          (one.due ?? "").localeCompare(other.due ?? "") ||
          one.path.localeCompare(other.path),
      );
    const having = (term: Matter["kind"], standing: keyof typeof rank) =>
      rows.filter((one) => one.term === term && one.standing === standing).length;
    return {
      ...{ today, scope, until: horizon.until },
      complete: asked.length <= mostShown && found.every(({ complete }) => complete),
      kinds: matterKinds
        .map((term) => ({
          ...{ term, overdue: having(term, "overdue"), soon: having(term, "soon"), undated: having(term, "undated") },
        }))
        .filter(({ overdue, soon, undated }) => overdue + soon + undated > 0),
      matters: asked.slice(0, mostShown),
    };
  },
});
