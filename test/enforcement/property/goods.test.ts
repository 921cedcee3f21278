import { describe, expect, test } from "vitest";
import { goods } from "../../../services/enforcement/property/domain/decider.ts";
import type { Goods } from "../../../services/enforcement/property/domain/goods.ts";
import type { GoodsCommand } from "../../../services/enforcement/property/domain/messages.ts";
import { goodsMoves } from "../../../services/enforcement/property/domain/moves.ts";
import { propertyProblems } from "../../../services/enforcement/property/problems.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import { type Actor, type Decision, isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { textOf } from "../../../shared/http/problem.ts";
import { commonProblems } from "../../../shared/http/texts.ts";
import { walkStates } from "../../support/cells.ts";
import { codesTold, unfilled } from "../../support/problem-texts.ts";
import { at, filedOn, officer1, officer2, officer3, theChief, theHead } from "../cases/case-builders.ts";
import {
  aDecision,
  calling,
  compensating,
  confiscated,
  confiscating,
  deciding,
  described,
  disposing,
  giving,
  handing,
  held,
  keeper,
  losing,
  moving,
  nextKeeper,
  of,
  owner,
  receiving,
  releasing,
  restoring,
  returning,
  selling,
  sha,
  taking,
  takingConfiscated,
  theAccountant,
  told,
  turningIn,
  until,
} from "./builders.ts";

const codeOf = (decision: Decision<unknown>) => (isRejection(decision) ? decision.code : "done");
/** A hundred and eighty days after the notice of 1 September. */
const unclaimed = "2027-02-28";

const refusals: Readonly<Record<string, () => Decision<unknown>>> = {
  "enforcement.goods-agent-without-authority": () => returning().tell(giving({ to: "agent" }), filedOn, keeper),
  "enforcement.goods-already-called": () => returning([calling, keeper]).tell(calling, filedOn, keeper),
  "enforcement.goods-contract-missing": () =>
    told().tell(
      taking({ item: described({ keeper: { kind: "third-party", name: "某冷库", contract: "" } }) }),
      filedOn,
    ),
  "enforcement.goods-not-against-fine": () =>
    held().tell({ type: "set-against", proceeding: "CASE2:P1" }, filedOn, theHead),
  "enforcement.goods-taken-in-already": () => {
    const known = [{ party: "P1", title: "腊肉", status: "confiscated" as const }];
    return told().tell(takingConfiscated({ known }), filedOn, officer1);
  },
  "enforcement.goods-costs-are-the-towns": () =>
    held().tell({ type: "note-cost", of, what: "keeping", amountFen: 1, bearer: "party" }, filedOn, keeper),
  "enforcement.goods-destroyed-for-a-ground": () => confiscated().tell(deciding("destroy"), filedOn, theHead),
  "enforcement.goods-disposal-differs": () =>
    confiscated([deciding("auction"), theHead]).tell(disposing("destroy"), filedOn, theAccountant),
  "enforcement.goods-disposal-undecided": () => confiscated().tell(disposing("realise"), filedOn, theAccountant),
  "enforcement.goods-disposer-apart": () =>
    confiscated([deciding("auction"), theHead]).tell(disposing("realise"), filedOn, keeper),
  "enforcement.goods-handler-keeps": () =>
    told().tell(taking({ item: described({ keeper: { kind: "staff", sub: officer1.sub } }) }), filedOn),
  "enforcement.goods-head-only": () => held().tell(selling(), filedOn, officer1),
  "enforcement.goods-list-officers": () => told().tell(takingConfiscated({ with: officer1.sub }), filedOn, officer1),
  "enforcement.goods-money-differs": () => returning().tell(giving({ paidFen: 1 }), filedOn, keeper),
  "enforcement.goods-not-confiscated-by-decision": () =>
    told().tell(takingConfiscated({ by: aDecision({ status: "decided" }) }), filedOn, officer1),
  "enforcement.goods-not-in-this-state": () => held().tell(giving(), filedOn, keeper),
  "enforcement.goods-not-yours": () => held().tell(moving(), filedOn, nextKeeper),
  "enforcement.goods-nothing-on-the-way": () => held().tell(receiving, filedOn, keeper),
  "enforcement.goods-owner-not-called": () => returning([calling, keeper]).tell(turningIn, unclaimed, theHead),
  "enforcement.goods-party-keeps-sealed": () =>
    told().tell(taking({ item: described({ keeper: { kind: "party" } }) }), filedOn),
  "enforcement.goods-receiver-only": () => held({}, [moving(), keeper]).tell(receiving, filedOn, keeper),
  "enforcement.goods-slip-missing": () =>
    held().tell(moving({ keeper: { kind: "third-party", name: "某冷库", contract: sha } }), filedOn, keeper),
  "enforcement.goods-sold-already": () => confiscated().tell(deciding("pay-in"), filedOn, theHead),
  "enforcement.goods-treasury-receipt": () => {
    const { receipt: _none, ...rest } = disposing("realise");
    return confiscated([deciding("sale"), theHead]).tell(rest, filedOn, theAccountant);
  },
  "enforcement.goods-witnesses": () =>
    confiscated([deciding("destroy", { ground: "harmful" }), theHead]).tell(
      disposing("destroy", { witnesses: ["李四", "李四 "] }),
      filedOn,
      theAccountant,
    ),
};
const texts = { ...commonProblems, ...enforcement.problems };

describe("what an item says when it refuses", () => {
  test("every code with a text is provoked here", () => {
    expect(Object.keys(refusals).toSorted()).toEqual(codesTold(propertyProblems));
  });
  test.each(Object.entries(refusals))("%s: every place in its text is filled", (name, provoke) => {
    const decision = provoke();
    if (!isRejection(decision)) throw new Error("not refused");
    expect(decision.code).toBe(name);
    expect(unfilled(decision, texts)).toEqual([]);
    const { zh, en } = textOf(name, decision.details, texts);
    expect(`${zh}${en}`).not.toMatch(/[{}–]|undefined/);
    expect(zh).toMatch(/\p{Script=Han}/u);
  });
});

describe("CF-74a: who keeps it", () => {
  test("it is with the officers until its keeper has signed for it himself", () => {
    const one = told([taking(), officer1]);
    expect(one.state).toMatchObject({ keeper: { kind: "officers" }, moving: { keeper: { sub: keeper.sub } } });
    expect(codeOf(one.tell(receiving, filedOn, officer2))).toBe("enforcement.goods-receiver-only");
    expect(one.lawfully(receiving, filedOn, keeper).state).toMatchObject({ keeper: { sub: keeper.sub }, moves: 1 });
    expect(one.state.moving).toBeUndefined();
  });
  test("from one to the other with two signatures, each by his own login", () => {
    const one = held({}, [moving(), keeper]);
    expect(one.state.keeper).toEqual({ kind: "staff", sub: keeper.sub });
    one.lawfully(receiving, filedOn, nextKeeper);
    expect(one.state).toMatchObject({ keeper: { sub: nextKeeper.sub }, place: "冷库", moves: 2 });
    expect(codeOf(one.tell(moving(), filedOn, keeper))).toBe("enforcement.goods-not-yours");
  });
  test("never to an officer of the case, of before or of now", () => {
    const to = (sub: string, handlers = of.handlers) =>
      codeOf(held().tell(moving({ keeper: { kind: "staff", sub }, of: { handlers } }), filedOn, keeper));
    expect(to(officer1.sub)).toBe("enforcement.goods-handler-keeps");
    expect(to("clerk-2", [...of.handlers, "clerk-2"])).toBe("enforcement.goods-handler-keeps");
    expect(to(officer1.sub, [])).toBe("enforcement.goods-handler-keeps");
  });
  test("to oneself in another place only with a witness's slip", () => {
    const here = { keeper: { kind: "staff" as const, sub: keeper.sub } };
    expect(codeOf(held().tell(moving(here), filedOn, keeper))).toBe("enforcement.goods-slip-missing");
    expect(codeOf(held().tell(moving({ ...here, receipt: sha }), filedOn, keeper))).toBe("done");
  });
  test("what a third person keeps, an officer fetches with the slip that he signed", () => {
    const one = told([
      taking({ item: described({ keeper: { kind: "third-party", name: "某冷库", contract: sha } }) }),
      officer1,
    ]);
    expect(one.state.keeper).toMatchObject({ kind: "third-party" });
    expect(codeOf(one.tell(moving(), filedOn, officer1))).toBe("enforcement.goods-slip-missing");
    expect(codeOf(one.tell(moving({ slip: sha }), filedOn, officer1))).toBe("done");
    expect(codeOf(one.tell(moving({ slip: sha }), filedOn, officer3))).toBe("enforcement.goods-not-yours");
  });
  test("what is sealed stays with the party; his login moves nothing", () => {
    const one = told([taking({ under: "seal", item: described({ keeper: { kind: "party" } }) }), officer1]);
    expect(one.state.keeper).toEqual({ kind: "party" });
    expect(codeOf(one.tell(moving({ slip: sha }), filedOn, owner))).toBe("enforcement.goods-not-yours");
  });
  test("condition, seals and pictures are recorded by keeper and officers alone", () => {
    const look: GoodsCommand = {
      type: "inspect",
      of,
      condition: "封条破损",
      sealsIntact: false,
      seals: [],
      pictures: [],
    };
    expect(held().lawfully(look, filedOn, keeper).state).toMatchObject({
      condition: "封条破损",
      seals: [],
      pictures: [sha],
    });
    expect(codeOf(held().tell(look, filedOn, nextKeeper))).toBe("enforcement.goods-not-yours");
  });
  test("QZ-24: the town bears the costs", () => {
    const cost = { type: "note-cost", of, what: "testing", amountFen: 30_000, bearer: "town" } as const;
    expect(held({}, [cost, keeper]).lawfully(cost, filedOn, officer1).state.costsFen).toBe(60_000);
  });
});

describe("QZ-27, QZ-28: back to its owner", () => {
  test("received by him, who signs; an agent by a written authority", () => {
    expect(returning().lawfully(giving(), filedOn, keeper).state).toMatchObject({
      status: "returned",
      endedOn: filedOn,
    });
    expect(codeOf(returning().tell(giving({ to: "agent", authority: sha }), filedOn, keeper))).toBe("done");
    expect(codeOf(returning().tell(giving(), filedOn, owner))).toBe("enforcement.goods-not-yours");
  });
  test("what would spoil is sold by the head; the money goes back to the fen", () => {
    expect(codeOf(held().tell(selling(), filedOn, theTownItself))).toBe("enforcement.person-decides");
    const one = held({}, [selling(80_000, 100_000), theHead]);
    expect(one.state).toMatchObject({ status: "sold", proceeds: { amountFen: 80_000 } });
    one.lawfully(releasing, filedOn, theHead);
    expect(codeOf(one.tell(giving({ paidFen: 79_999 }), filedOn, keeper))).toBe("enforcement.goods-money-differs");
    expect(codeOf(one.tell(giving({ paidFen: 80_000 }), filedOn, keeper))).toBe("done");
  });
  test("sold far below the market, the difference is made up: under seventy per cent, not at seventy", () => {
    const back = (amountFen: number) => held({}, [selling(amountFen, 100_000), theHead], [releasing, theHead]).state;
    expect(back(70_000)).toMatchObject({ owedFen: 0 });
    expect(back(69_999)).toMatchObject({ owedFen: 30_001 });
  });
  test("damage is paid with it; what is lost is paid for, not less", () => {
    const damaged = held({}, [losing({ what: "damaged", valueFen: 5_000 }), keeper], [releasing, theHead]);
    expect(codeOf(damaged.tell(giving(), filedOn, keeper))).toBe("enforcement.goods-money-differs");
    expect(codeOf(damaged.tell(giving({ paidFen: 5_000 }), filedOn, keeper))).toBe("done");
    const lost = held({}, [losing(), officer1]);
    expect(lost.state).toMatchObject({ status: "lost", owedFen: 50_000 });
    expect(codeOf(lost.tell(compensating(49_999), filedOn, theHead))).toBe("enforcement.goods-money-differs");
    expect(lost.lawfully(compensating(50_000), filedOn, theHead).state.status).toBe("compensated");
  });
  test("nobody comes: called by notice, it falls to the treasury after the last day, not on it", () => {
    const one = returning([calling, keeper]);
    expect(one.state).toMatchObject({ status: "returning", calledOn: filedOn, until: unclaimed });
    expect(codeOf(one.tell(turningIn, unclaimed, theHead))).toBe("enforcement.goods-owner-not-called");
    expect(codeOf(one.tell(turningIn, "2027-03-01", theHead))).toBe("done");
    expect(codeOf(returning().tell(turningIn, "2027-03-01", theHead))).toBe("enforcement.goods-owner-not-called");
    // Whoever comes before gets it.
    expect(codeOf(returning([calling, keeper]).tell(giving(), unclaimed, keeper))).toBe("done");
  });
  test("its measure is told when it is back, offered, lost, gone", () => {
    const told = (one: ReturnType<typeof held>) =>
      one.events.flatMap(({ type, data }) => (type === "enforcement.goods.settled" && "how" in data ? [data.how] : []));
    expect(told(returning([calling, keeper], [giving(), keeper]))).toEqual(["offered", "returned"]);
    expect(told(held({}, [losing(), officer1]))).toEqual(["lost"]);
    expect(told(held({}, [handing, officer1]))).toEqual(["handed-over"]);
  });
});

describe("CF-74a: what is confiscated", () => {
  test("only by a decision that was served and names it; two officers of the case list it", () => {
    expect(told([takingConfiscated(), officer1]).state).toMatchObject({
      ...{ status: "confiscated", under: "decision", proceeding: "CASE1:P1", until: "2026-11-30" },
    });
    const other = { items: [{ kinds: ["没收非法财物"], confiscation: { goods: ["香肠"] } }] };
    for (const by of [
      undefined,
      aDecision({ charges: other }),
      aDecision({ decision: { outcome: "not-proved", on: filedOn } }),
    ])
      expect(codeOf(told().tell(takingConfiscated({ by }), filedOn, officer1))).toBe(
        "enforcement.goods-not-confiscated-by-decision",
      );
    expect(codeOf(told().tell(takingConfiscated({ with: "officer-9" }), filedOn, officer1))).toBe(
      "enforcement.goods-list-officers",
    );
    expect(codeOf(told().tell(takingConfiscated(), filedOn, officer3))).toBe("enforcement.goods-list-officers");
  });
  test("deciding, keeping and disposing are three people's, and no officer's of the case", () => {
    expect(codeOf(confiscated().tell(deciding("auction"), filedOn, keeper))).toBe("enforcement.goods-head-only");
    const one = confiscated([deciding("auction"), theHead]);
    for (const actor of [theHead, keeper, officer1, owner])
      expect(codeOf(one.tell(disposing("realise"), filedOn, actor))).toBe("enforcement.goods-disposer-apart");
    expect(codeOf(one.tell(disposing("realise"), filedOn, theTownItself))).toBe("enforcement.person-decides");
    expect(one.lawfully(disposing("realise"), filedOn, theAccountant).state).toMatchObject({
      ...{ status: "realised", paidInFen: 90_100 },
    });
  });
  test("a head who keeps the goods decides nothing about them", () => {
    const kept = held({}, [moving({ keeper: { kind: "staff", sub: theHead.sub } }), keeper], [receiving, theHead]);
    expect(codeOf(kept.tell(selling(), filedOn, theHead))).toBe("enforcement.goods-head-only");
    expect(codeOf(kept.tell(selling(), filedOn, theChief))).toBe("done");
  });
  test("destroyed only on a ground, before two witnesses other than who destroys it, and recorded", () => {
    const one = () => confiscated([deciding("destroy", { ground: "harmful" }), theHead]);
    const by = (witnesses: string[]) => codeOf(one().tell(disposing("destroy", { witnesses }), filedOn, theAccountant));
    expect(by(["李四"])).toBe("enforcement.goods-witnesses");
    expect(by(["李四", theAccountant.name])).toBe("enforcement.goods-witnesses");
    expect(by(["李四", "王五"])).toBe("done");
    const { recording: _none, ...rest } = disposing("destroy");
    expect(codeOf(one().tell(rest, filedOn, theAccountant))).toBe("enforcement.goods-witnesses");
  });
  test("what was sold before is paid in, all of it", () => {
    const one = held({}, [selling(), theHead], [confiscating, officer1]);
    expect(codeOf(one.tell(deciding("auction"), filedOn, theHead))).toBe("enforcement.goods-sold-already");
    one.lawfully(deciding("pay-in"), filedOn, theHead);
    expect(codeOf(one.tell(disposing("realise", { amountFen: 79_999 }), filedOn, theAccountant))).toBe(
      "enforcement.goods-money-differs",
    );
    expect(codeOf(one.tell(disposing("realise", { amountFen: 80_000 }), filedOn, theAccountant))).toBe("done");
  });
});

describe("QZ-39 (行政强制法41): the decision fell", () => {
  test("goods go back, and what was sold with its money and interest", () => {
    expect(confiscated([restoring, officer1]).state).toMatchObject({ status: "returning", returning: "overturned" });
    const sold = confiscated(
      [deciding("auction"), theHead],
      [disposing("realise"), theAccountant],
      [restoring, officer1],
    );
    expect(sold.state.status).toBe("returning");
    expect(codeOf(sold.tell(giving({ paidFen: 90_000 }), filedOn, keeper))).toBe("enforcement.goods-money-differs");
    expect(codeOf(sold.tell(giving({ paidFen: 90_100 }), filedOn, keeper))).toBe("done");
  });
  test("what was destroyed is paid for, at what it was worth", () => {
    const gone = held(
      { item: described({ valueFen: 70_000 }) },
      [confiscating, officer1],
      [deciding("destroy", { ground: "expired" }), theHead],
      [disposing("destroy"), theAccountant],
      [restoring, officer1],
    );
    expect(gone.state).toMatchObject({ status: "lost", owedFen: 70_000 });
  });
  test("twice changes nothing, and another decision does not touch it", () => {
    expect(confiscated([restoring, officer1]).tell(restoring, filedOn)).toEqual([]);
    expect(confiscated().tell({ type: "restore", proceeding: "CASE1:P2" }, filedOn)).toEqual([]);
  });
});

describe("nothing lies without a state and a last day", () => {
  test.each<[string, () => ReturnType<typeof held>, string]>([
    ["held", () => held(), until],
    ["sold", () => held({}, [selling(), theHead]), until],
    ["returning", () => returning(), "2026-09-04"],
    ["confiscated", () => confiscated(), "2026-11-30"],
    ["lost", () => held({}, [losing(), officer1]), "2026-09-04"],
  ])("%s: told to be late once, on the first instant after its last day", (status, make, last) => {
    const one = make();
    expect(one.state).toMatchObject({ status, until: last });
    expect(one.tell({ type: "pass-time" }, last)).toEqual([]);
    const [year = 0, month = 0, day = 0] = last.split("-").map(Number);
    const after = new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
    expect(goods.nextDeadline?.(one.state)).toBe(startOfDay(after));
    one.lawfully({ type: "pass-time" }, after);
    expect(one.events.at(-1)).toMatchObject({ type: "enforcement.goods.overdue", data: { status, due: last } });
    expect(goods.nextDeadline?.(one.state)).toBeUndefined();
    expect(one.tell({ type: "pass-time" }, after)).toEqual([]);
  });
  test("a longer term is a new one to be kept", () => {
    const one = held().lawfully({ type: "pass-time" }, "2026-10-02");
    one.lawfully({ type: "prolong", until: "2026-10-31" }, "2026-10-02");
    expect(one.state.late).toBeUndefined();
    expect(goods.nextDeadline?.(one.state)).toBe(startOfDay("2026-11-01"));
  });
});

const against: GoodsCommand = { type: "set-against", proceeding: "CASE1:P1" };
const auctioning = (amountFen = 90_000): GoodsCommand => ({
  ...{ type: "auction", proceeding: "CASE1:P1", amountFen, record: sha, receipt: "拍卖1" },
});

describe("QZ-46: seized goods are auctioned for the fine of their owner", () => {
  test("only what is sealed or seized of this party, and no place", () => {
    const other: GoodsCommand = { type: "set-against", proceeding: "CASE1:P2" };
    const refused = "enforcement.goods-not-against-fine";
    expect(codeOf(held().tell(other, filedOn, theHead))).toBe(refused);
    expect(codeOf(held({ under: "preservation" }).tell(against, filedOn, theHead))).toBe(refused);
    const sealed = held({ under: "seal", item: described({ kind: "place" }) });
    expect(codeOf(sealed.tell(against, filedOn, theHead))).toBe(refused);
    expect(codeOf(held({ under: "seal" }).tell(against, filedOn, theHead))).toBe("done");
  });
  test("the head decides; who records the sale decided nothing, keeps nothing, handled nothing", () => {
    expect(codeOf(held().tell(against, filedOn, officer1))).toBe("enforcement.goods-head-only");
    const one = held({}, [against, theHead]);
    expect(one.state).toMatchObject({ status: "to-auction", until: "2026-11-30" });
    for (const actor of [theHead, keeper, officer1, owner])
      expect(codeOf(one.tell(auctioning(), filedOn, actor))).toBe("enforcement.goods-disposer-apart");
    // It is sold for the fine that it was set against, and for no other.
    const other = { ...auctioning(), proceeding: "CASE1:P2" };
    expect(codeOf(one.tell(other, filedOn, theAccountant))).toBe("enforcement.goods-not-against-fine");
    one.lawfully(auctioning(), filedOn, theAccountant);
    expect(one.state).toMatchObject({ status: "realised", paidInFen: 90_000 });
  });
  test("its measure does not take it back, and hears that it holds it no more", () => {
    const one = held({}, [against, theHead]);
    expect(one.events.at(-1)).toMatchObject({ type: "enforcement.goods.settled", data: { measure: "M1" } });
    expect(one.tell({ type: "release", ground: "term-over" }, filedOn)).toEqual([]);
    one.lawfully({ type: "release", ground: "fine-settled" }, filedOn);
    expect(one.state.status).toBe("returning");
    expect(held().tell({ type: "release", ground: "fine-settled" }, filedOn)).toEqual([]);
  });
  test("what was sold before it spoiled brings what it brought", () => {
    const one = held({}, [selling(80_000, 100_000), theHead], [against, theHead]);
    expect(codeOf(one.tell(auctioning(79_999), filedOn, theAccountant))).toBe("enforcement.goods-money-differs");
    expect(codeOf(one.tell(auctioning(80_000), filedOn, theAccountant))).toBe("done");
  });
});

const disposed = (type: "realise" | "destroy" | "give-over") =>
  confiscated(
    [deciding(type === "realise" ? "auction" : type, { ground: "harmful" }), theHead],
    [disposing(type), theAccountant],
  ).state;
const states: Readonly<Record<string, (command: string) => Goods>> = {
  held: () => held().state,
  sold: () => held({}, [selling(), theHead]).state,
  returning: (command) =>
    command === "turn-in" ? { ...returning([calling, keeper]).state, until: "2026-08-31" } : returning().state,
  confiscated: (command) =>
    command === "decide-disposal"
      ? confiscated().state
      : confiscated([
          deciding(command === "destroy" ? "destroy" : command === "give-over" ? "give-over" : "auction", {
            ground: "harmful",
          }),
          theHead,
        ]).state,
  "to-auction": () => held({}, [against, theHead]).state,
  lost: () => held({}, [losing({ valueFen: 1 }), officer1]).state,
  returned: () => returning([giving(), keeper]).state,
  compensated: () => held({}, [losing({ valueFen: 1 }), officer1], [compensating(1), theHead]).state,
  "handed-over": () => held({}, [handing, officer1]).state,
  realised: () => disposed("realise"),
  destroyed: () => disposed("destroy"),
  "given-over": () => disposed("give-over"),
  "turned-in": () => returning([calling, keeper], [turningIn, theHead, "2027-03-01"]).state,
};
const onItsWay: Partial<Goods> = {
  moving: { keeper: { kind: "staff", sub: keeper.sub }, place: "冷库", on: filedOn },
};
const commands: Readonly<Record<string, GoodsCommand>> = {
  move: moving(),
  receive: receiving,
  inspect: { type: "inspect", of, condition: "完好", sealsIntact: true, seals: [], pictures: [] },
  "note-cost": { type: "note-cost", of, what: "keeping", amountFen: 1, bearer: "town" },
  "sell-perishable": selling(),
  "note-loss": losing(),
  compensate: compensating(1),
  "give-back": giving(),
  "call-owner": calling,
  "turn-in": turningIn,
  "decide-disposal": deciding("auction"),
  realise: disposing("realise"),
  destroy: disposing("destroy"),
  "give-over": disposing("give-over"),
  "set-against": against,
  auction: auctioning(),
  "take-back": { type: "take-back", of, organ: "禄丰市公安局", document: "退1" },
  "pass-time": { type: "pass-time" },
};
const actors: Readonly<Record<string, Actor>> = {
  ...{ "set-against": theHead, auction: theAccountant },
  ...{ "sell-perishable": theHead, compensate: theHead, "turn-in": theHead, "decide-disposal": theHead },
  ...{ realise: theAccountant, destroy: theAccountant, "give-over": theAccountant, "take-back": officer1 },
};

walkStates("an item of goods", {
  decider: goods,
  moves: goodsMoves,
  impossible: "enforcement.goods-not-in-this-state",
  byItself: ["pass-time"],
  states: Object.fromEntries(
    Object.entries(states).map(([status, make]) => [
      status,
      (command: string) => {
        const state = make(command);
        if (command === "receive") return { ...state, ...onItsWay };
        return command === "pass-time" ? { ...state, until: "2026-08-31" } : state;
      },
    ]),
  ),
  told: commands,
  context: (command) => at()(filedOn, actors[command] ?? keeper),
});
