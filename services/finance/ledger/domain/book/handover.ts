import type { Actor, Context, Decision, OfType, Rejection } from "../../../../../shared/decider/index.ts";
import { add } from "../../../../../shared/money/index.ts";
import { bookkeeperRefusal } from "../posting.ts";
import { badInput, notNow, notYou, refuse } from "../refusals.ts";
import type { Book, BookCommand, BookEvent, Handover } from "./words.ts";

type Ask<T extends BookCommand["type"]> = OfType<BookCommand, T>;

const article = "会计法39";

/** F-50: who handed the book over keeps it no more, until it is handed to him again. */
export function keeperRefusal(
  { handovers = [] }: Pick<Book, "handovers">,
  { sub }: Pick<Actor, "sub">,
): Rejection | undefined {
  const last = handovers.findLast(({ leaver, successor }) => leaver === sub || successor === sub);
  return last?.leaver === sub
    ? notYou("finance.book-handed-over", { successor: last.successor, on: last.on, article })
    : undefined;
}

/**
 * F-50 (会计法 17, 39): an accountant who leaves lists what he hands over. Each posting has its voucher, and the money of the books is that of
 * the statement. The finance approver draws up the list for somebody who cannot come. A list that is drawn up anew takes the place of the
 * last one.
 */
export function handOver(state: Book, command: Ask<"hand-over">, { actor }: Context): Decision<BookEvent> {
  const { type: _type, leaver = actor.sub, unrecorded, ...said } = command;
  const { successor, booksFen, statementFen, differences } = said;
  const isOwn = leaver === actor.sub;
  if (!isOwn && !actor.roles.includes("finance-approver"))
    return notYou("finance.handover-of-another", { article }, "/leaver");
  if (isOwn && !actor.roles.includes("accountant"))
    return badInput("finance.handover-by-accountant", { article }, "/leaver");
  const refused = bookkeeperRefusal(actor) ?? keeperRefusal(state, { sub: leaver });
  if (refused !== undefined) return refused;
  if (successor === leaver) return badInput("finance.handover-to-oneself", { article }, "/successor");
  if (state.handover !== undefined && state.handover.leaver !== leaver)
    return notNow("finance.handover-runs", { leaver: state.handover.leaver });
  if (unrecorded > 0) return refuse("finance.postings-without-voucher", { count: unrecorded });
  const explainedFen = add(statementFen, ...differences.map(({ amountFen }) => amountFen));
  if (explainedFen !== booksFen)
    return refuse("finance.statement-differs", { explainedFen, booksFen, article: "会计法17" }, "/statementFen");
  // The head of the office is watched by the head of the unit (会计法39).
  const byHead = !isOwn || actor.roles.includes("finance-approver");
  return [{ type: "finance.book.handover-drawn-up", data: { leaver, drawnUpBy: actor.sub, byHead, ...said } }];
}

/**
 * F-50 (会计法39): the successor and a supervisor sign, each by his own login. Three people take part; a head of the office is watched by a leader
 * of the unit. Until both have signed nothing changes: the leaver keeps the book and answers for it.
 */
export function signHandover(
  { handover }: Book,
  { figures, unrecorded }: Ask<"sign-handover">,
  { actor, today }: Context,
): Decision<BookEvent> {
  if (handover === undefined) return notNow("finance.no-handover-runs");
  const { leaver, successor, drawnUpBy, byHead, booksFen, moves } = handover;
  const as = actor.sub === successor ? "successor" : "supervisor";
  const refused = as === "successor" ? successorRefusal(actor) : supervisorRefusal(actor, [leaver, drawnUpBy], byHead);
  if (refused !== undefined) return refused;
  if (handover.signed[as] !== undefined) return [];
  if (figures.moves !== moves || figures.booksFen !== booksFen || unrecorded > 0)
    return notNow("finance.handover-list-old", { article: "会计法17" });
  const isDone = handover.signed[as === "successor" ? "supervisor" : "successor"] !== undefined;
  return [{ type: "finance.book.handover-signed", data: { as, by: actor.sub, on: today.toString(), isDone } }];
}

const successorRefusal = (actor: Actor) =>
  actor.roles.includes("accountant")
    ? bookkeeperRefusal(actor)
    : notYou("finance.handover-to-accountant", { article: "会计法 35(2)" });

function supervisorRefusal({ sub, roles }: Actor, others: readonly string[], byHead: boolean): Rejection | undefined {
  if (others.includes(sub)) return notYou("finance.handover-watched-by-another", { article });
  const mayWatch = roles.includes("leader") || (!byHead && roles.includes("finance-approver"));
  return mayWatch ? undefined : notYou("finance.handover-needs-supervisor", { byHead, article });
}

/** The book after one has signed. */
export function handoverSigned(
  state: Book,
  { as, by, on, isDone }: { as: keyof Handover["signed"]; by: string; on: string; isDone: boolean },
): Book {
  const { handover, ...rest } = state;
  if (handover === undefined) return state;
  const signed = { ...handover.signed, [as]: by };
  if (!isDone) return { ...rest, handover: { ...handover, signed } };
  const { leaver, successor } = handover;
  const done = { leaver, successor, supervisor: signed.supervisor ?? by, on };
  return { ...rest, handovers: [...(state.handovers ?? []), done] };
}
