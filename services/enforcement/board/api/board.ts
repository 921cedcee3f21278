import * as z from "zod";
import { toDate, todayIn } from "../../../../shared/calendar/index.ts";
import { problem, type Route, read, wholeNumber } from "../../../../shared/http/index.ts";
import { lineOf, titled } from "../../../../shared/text/index.ts";
import { standingSquads } from "../../team/index.ts";
import { isIn, type Matter, maySee, overseers, scopes, widestScope } from "../domain/scope.ts";
import { awaited, matterKinds, standingOf, standings } from "../domain/term.ts";
import { sources } from "./sources.ts";

/** So many rows come at once: the most pressing ones. */
const mostShown = 200;
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

const rank = { overdue: 0, soon: 1, undated: 2, later: 3 } as const;

/** What is overdue and what is due soon: an officer's own, a squad's, or all (E1). */
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
    const scope = query.scope ?? widestScope(actor);
    if (!maySee(actor, scope)) return problem(403, "enforcement.board-not-yours", { details: { scope } });
    const today = todayIn(runtime.clock()).toString();
    const horizon = { today, until: toDate(today).add({ days: query.within }).toString() };
    const squads = scope === "squad" ? (await standingSquads(runtime)).map(({ state }) => state) : [];
    const isOfScope = isIn(scope, actor, squads);
    const isWanted = (one: Matter) =>
      standingOf(one, horizon) !== "later" &&
      isOfScope(one) &&
      (query.officer === undefined || one.people.includes(query.officer));
    const looking = { actor, runtime, today, calendar: runtime.calendar, town: runtime.town, isWanted };
    const found = await Promise.all(sources.map((look) => look(looking)));
    const rows = found
      .flatMap(({ matters }) => matters)
      .map(({ people, domain: _domain, kind, ...one }) => ({
        ...{ term: kind, ...one, officers: [...people] },
        standing: standingOf(one, horizon),
      }));
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
