import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { present } from "../../../../../shared/decider/index.ts";
import type { KnownCase } from "./known-case.ts";
import { lawFault, lawThatCounts } from "./law.ts";
import type { CommandOf, Grounds, ProceedingEvent, ProposedCharge } from "./messages.ts";
import { needsFault } from "./needs-proved.ts";
import { handlerFault, notInvestigating } from "./people.ts";
import type { Charge, Noticed, Open } from "./proceeding.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { about, keptParty, partyNow, proceedingId } from "./said.ts";
import { evidenceOf, weigh } from "./weighing.ts";

type Decided = Decision<ProceedingEvent>;
const article40 = { article: "行政处罚法40", rule: "CF-40" };
const article45 = { article: "行政处罚法45(2)", rule: "CF-45" };

/** CF-29a: each party of a case on file has a proceeding of his own. */
export function begin({ caseId, party: id, ...known }: CommandOf<"begin">, context: Context): Decided {
  const refused = handlerFault(known, context) ?? notInvestigating(known.case);
  if (refused !== undefined) return refused;
  const party = known.case?.parties.find((one) => one.id === id);
  if (party === undefined || known.case === undefined) return badInput("enforcement.no-such-party", {}, "/party");
  if (context.actor.party !== undefined && context.actor.party === party.key)
    return notYou("enforcement.recused", { article: "行政处罚法43", rule: "CF-43" });
  return [
    {
      type: "enforcement.proceeding.begun",
      data: { case: caseId, proceeding: proceedingId(caseId, id), party: id, on: context.today.toString() },
      personal: { party: keptParty({ party }, known.case), handlers: known.case.handlers },
    },
  ];
}

/**
 * CF-40, CF-57: what is held against the party, act by act, with its proof, its law and its sum. Once the party was told,
 * charges that are heavier or other need new facts, and a new notice (CF-57b); a defence never makes them heavier (CF-45).
 */
export function charge(state: Open | Noticed, command: CommandOf<"charge">, context: Context): Decided {
  const { charges, cause, type: _type, ...grounds } = command;
  const refused = handlerFault(grounds, context) ?? notInvestigating(grounds.case);
  if (refused !== undefined) return refused;
  const of = grounds.case;
  if (of === undefined) return badInput("enforcement.no-such-case");
  const items: Charge[] = [];
  for (const [at, proposed] of charges.entries()) {
    const twice = charges.findIndex(({ act }) => act === proposed.act) < at;
    if (twice) return refuse("enforcement.fined-once", oneFine, `/charges/${at}/act`);
    const judged = judge(state, proposed, { ...grounds, case: of }, `/charges/${at}`, context);
    if ("rejected" in judged) return judged;
    items.push(judged);
  }
  const anew = tellsAnew(state, items, command, of);
  if (typeof anew !== "boolean") return anew;
  const on = context.today.toString();
  const revision = (state.charges?.revision ?? 0) + 1;
  return [
    {
      type: "enforcement.proceeding.charged",
      data: { ...about(state), on, revision, anew, ...present({ cause }) },
      personal: { charges: items, handlers: of.handlers, party: keptParty(state, of) },
    },
  ];
}

const oneFine = { article: "行政处罚法29", rule: "CF-29" };

interface Judging extends Grounds {
  readonly case: KnownCase;
}

function judge(
  state: Open | Noticed,
  proposed: ProposedCharge,
  grounds: Judging,
  at: string,
  context: Context,
): Charge | Rejection {
  const party = partyNow(state, grounds.case);
  const act = grounds.case.acts.find(({ id }) => id === proposed.act);
  const doers = [party.id, ...(party.role === "responsible" && party.of !== undefined ? [party.of] : [])];
  if (act === undefined || !act.by.some((one) => doers.includes(one)))
    return badInput("enforcement.act-not-his", { act: proposed.act, rule: "CF-29a" }, `${at}/act`);
  const today = context.today.toString();
  const fault =
    evidenceFault(proposed, grounds.case, at) ??
    amountsFault(proposed, at) ??
    orderFault(proposed, at) ??
    needsFault({ state, act, charge: proposed, today }, grounds, at);
  if (fault !== undefined) return fault;
  const law = lawThatCounts({ charge: proposed, act, party, penalties: grounds.penalties }, context, at);
  if ("rejected" in law) return law;
  const charge: Charge = { ...proposed, law: law.cited };
  return lawFault({ charge, act, party, law, penalties: grounds.penalties }, context, at) ?? charge;
}

/** CF-40, CF-46, CF-29a: each fact points to evidence of its own act that two officers established and nobody excluded. */
export function evidenceFault(
  { facts, act }: Pick<Charge, "facts" | "act">,
  { evidence }: Pick<KnownCase, "evidence">,
  at: string,
): Rejection | undefined {
  const sound = new Set(
    evidence
      .filter((one) => one.established && one.excluded === undefined && one.acts.includes(act))
      .map(({ id }) => id),
  );
  for (const [index, fact] of facts.entries()) {
    const missing = fact.evidence.filter((id) => !sound.has(id));
    if (missing.length > 0 || fact.evidence.length === 0)
      return refuse("enforcement.evidence-not-established", { missing, ...article40 }, `${at}/facts/${index}/evidence`);
  }
  return facts.length > 0 ? undefined : refuse("enforcement.evidence-not-established", article40, `${at}/facts`);
}

/** CF-9, CF-28: a sum belongs to its kind and a kind to its sum; an act is fined once. */
function amountsFault(
  { kinds, fine, confiscation, finedElsewhere }: ProposedCharge,
  at: string,
): Rejection | undefined {
  if (fine !== undefined && finedElsewhere !== undefined)
    return refuse("enforcement.fined-once", { ...oneFine, organ: finedElsewhere.organ }, `${at}/fine`);
  const { gainsFen = 0, refundsFen = 0, goods = [] } = confiscation ?? {};
  if (refundsFen > gainsFen)
    return badInput(
      "enforcement.gains-below-refunds",
      { article: "行政处罚法28", rule: "CF-28" },
      `${at}/confiscation`,
    );
  const expected = { 罚款: fine !== undefined, 没收违法所得: gainsFen > refundsFen, 没收非法财物: goods.length > 0 };
  const unlike = (["罚款", "没收违法所得", "没收非法财物"] as const).filter(
    (kind) => kinds.includes(kind) !== expected[kind],
  );
  const [kind] = unlike;
  if (kind === undefined) return undefined;
  return badInput("enforcement.kinds-unlike-amounts", { kind, article: "行政处罚法9", rule: "CF-9" }, `${at}/kinds`);
}

/** CF-28: an order to correct goes with every penalty. */
const orderFault = ({ order }: ProposedCharge, at: string): Rejection | undefined =>
  order.text.trim() === ""
    ? refuse("enforcement.order-to-correct-missing", { article: "行政处罚法28", rule: "CF-28" }, `${at}/order`)
    : undefined;

/** Whether the party must be told anew; a refusal where the charges may not become so. */
function tellsAnew(
  state: Open | Noticed,
  items: readonly Charge[],
  { cause }: CommandOf<"charge">,
  of: KnownCase,
): boolean | Rejection {
  // A notice that was replaced still binds: what the party said to it makes nothing heavier.
  const told = state.notice ?? state.earlier.at(-1);
  if (told === undefined) return false;
  const before = state.charges?.items ?? [];
  const weight = weigh(items, before);
  if (weight === "not-heavier") return false;
  const again = state.status === "noticed";
  if (cause === undefined) return badInput("enforcement.reasons-missing", { rule: "CF-57b" }, "/cause");
  if (cause === "defence") return refuse("enforcement.heavier-for-defence", article45, "/cause");
  if (cause === "new-facts") return newFactsFault(items, before, told.on, of) ?? again;
  if (cause === "legal-review" && state.legalReview?.conclusion === "to-correct") return again;
  const defended = told.statements.length > 0 || told.hearing !== undefined;
  if (defended || cause === "legal-review") return refuse("enforcement.heavier-for-defence", article45, "/cause");
  return again;
}

/** CF-57b: new facts rest on evidence that was gathered since the party was told; what lay in a drawer does not count. */
function newFactsFault(anew: readonly Charge[], before: readonly Charge[], since: string, { evidence }: KnownCase) {
  const old = new Set(evidenceOf(before));
  const found = evidenceOf(anew).some(
    (id) => !old.has(id) && evidence.some((one) => one.id === id && one.collectedOn >= since),
  );
  return found
    ? undefined
    : refuse("enforcement.new-facts-missing", { since, article: "行政处罚法44、45", rule: "CF-57b" }, "/cause");
}

/** CF-42: another officer of the case signs the charges with his own login. */
export function countersign(state: Open | Noticed, known: CommandOf<"countersign">, context: Context): Decided {
  const refused = handlerFault(known, context) ?? notInvestigating(known.case);
  if (refused !== undefined) return refused;
  const { charges } = state;
  if (charges === undefined || charges.signedBy !== undefined)
    return notNow("enforcement.nothing-to-sign", { article: "行政处罚法42", rule: "CF-42" });
  if (charges.by === context.actor.sub)
    return notYou("enforcement.own-signature", { article: "行政处罚法42", rule: "CF-42" });
  return [
    {
      type: "enforcement.proceeding.charges-signed",
      data: { ...about(state), on: context.today.toString() },
      personal: {},
    },
  ];
}
